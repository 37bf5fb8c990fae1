import type { CommandTemplate } from './commandTemplate.ts';

/** Parts of Azure that a runbook of a workspace may act on. Left out: signing in, settings and extensions of the CLI. */
const azGroups: ReadonlySet<string> = new Set(
  (
    'acr ad aks apim appservice automation cdn cognitiveservices containerapp cosmosdb disk eventgrid eventhubs functionapp ' +
    'group identity image keyvault lock logicapp mariadb monitor mysql network policy postgres redis resource role ' +
    'security servicebus snapshot sql storage synapse tag vm vmss webapp'
  ).split(' '),
);

/** What it may do there: nothing that reads or writes files of this machine, opens a tunnel, or prints a secret's value. */
const azVerbs: ReadonlySet<string> = new Set(
  (
    'add approve assign clear create deallocate delete disable enable grant list lock purge recover regenerate reimage ' +
    'reject remove renew reset resume restart restore revoke rotate rotate-certs set show start stop suspend update'
  ).split(' '),
);

const kubectlVerbs: ReadonlySet<string> = new Set(
  'annotate auth cordon delete describe drain get label logs rollout scale taint top uncordon'.split(' '),
);

/** Names of options by which commands read or write files of this machine. */
const fileOption = /^--(?:[a-z-]*file[a-z-]*|[a-z-]*path|dest(?:ination)?|dir(?:ectory)?|output-dir|filename)(?:=|$)/;

/** Commands whose words are allowed one by one, and that run code, hand out credentials, or print secrets. */
const neverAllowed: readonly RegExp[] = [
  /(?:^| )run-command /,
  /(?:^| )credential (?:reset|show|renew)$/,
  /^keyvault (?:secret|certificate|key) (?:create|set|show)$/,
  /(?:^| )(?:keys?|connection-string|appsettings) (?:list|show|renew)$/,
];

/** A value that begins like a path of this machine, or leads out of a folder. Ids of Azure begin with a slash, too. */
const machinePath = /^(?:\/(?!subscriptions\/)|[A-Za-z]:\/|file:)|(?:^|[/=])\.\.(?:\/|$)/i;

/** The id of a subscription that is not the alert's. */
const otherSubscription = /\/subscriptions\/(?!\{subscription\}(?:\/|$))/i;

/** Secrets among the kinds of objects that a word names: alone, in a list, or with the name of one. */
const secretKind = /(?:^|,)secrets?(?:[./,]|$)/i;

function valueObjection(option: string): string | undefined {
  const [name = ''] = option.split('=', 1);
  const value = option.slice(name.length + 1);
  if (otherSubscription.test(value)) return `"${name}" names a subscription: write /subscriptions/{subscription}`;
  return machinePath.test(value) ? `"${name}" reads or writes files of this machine` : undefined;
}

/** `describe` tells the sizes of a secret's values only; everything else may print them, under names that nothing redacts. */
function kubectlObjection(verb: string, words: readonly string[]): string | undefined {
  if (!kubectlVerbs.has(verb)) return `"kubectl ${verb}" is not allowed here`;
  const printsSecrets = verb !== 'describe' && words.some((word) => secretKind.test(word));
  return printsSecrets ? `"kubectl ${verb}" of secrets is not allowed here` : undefined;
}

/**
 * Why a workspace may not bring a command with it; undefined for one that it may. Stricter than `checkTemplate`: the
 * author of a workspace is trusted with files, not with the machine and the sign-in of whoever opens it.
 */
export function objectionToCommand({ tool, args }: CommandTemplate): string | undefined {
  const options = args.filter((arg) => arg.startsWith('-'));
  const words = args.filter((arg) => !arg.startsWith('-'));
  const reading = options.find((option) => fileOption.test(option));
  if (reading !== undefined) return `"${reading.split('=', 1)[0] ?? ''}" reads or writes files of this machine`;
  if (tool === 'pwsh') return 'A runbook of a workspace runs az and kubectl only';
  const value = options.map(valueObjection).find((objection) => objection !== undefined);
  if (value !== undefined) return value;
  const [group = ''] = words;
  if (tool === 'kubectl') return kubectlObjection(group, words);
  if (!azGroups.has(group)) return `"az ${group}" is not allowed here`;
  const command = words.join(' ');
  const isAllowed = azVerbs.has(words.at(-1) ?? '') && !neverAllowed.some((pattern) => pattern.test(command));
  return isAllowed ? undefined : `"az ${command}" is not allowed here`;
}

/** True for a command that by its verb only reads, or only says what it would do. Whatever else it is must be confirmed. */
export function readsOnly({ tool, args }: CommandTemplate): boolean {
  const words = args.filter((arg) => !arg.startsWith('-'));
  if (tool === 'az') return /^(?:(?:list|show|check)(?:-[a-z-]+)?|get-instance-view)$/.test(words.at(-1) ?? '');
  if (tool !== 'kubectl') return false;
  if (words[0] === 'auth') return words[1] === 'can-i' || words[1] === 'whoami';
  return isRehearsed(args) || ['get', 'describe', 'logs', 'top'].includes(words[0] ?? '');
}

/** kubectl goes by the last of several options of one name: one that rehearses says nothing of the next. */
function isRehearsed(args: readonly string[]): boolean {
  const said = args.filter((arg) => /^--dry-run(?:=|$)/.test(arg));
  return said.length > 0 && said.every((arg) => arg === '--dry-run=server' || arg === '--dry-run=client');
}
