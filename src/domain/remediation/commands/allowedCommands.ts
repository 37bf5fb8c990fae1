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
  const [group = ''] = words;
  if (tool === 'kubectl') return kubectlVerbs.has(group) ? undefined : `"kubectl ${group}" is not allowed here`;
  if (!azGroups.has(group)) return `"az ${group}" is not allowed here`;
  const verb = words.at(-1) ?? '';
  return azVerbs.has(verb) ? undefined : `"az ${words.join(' ')}" is not allowed here`;
}

/** True for a command that by its verb only reads, or only says what it would do. Whatever else it is must be confirmed. */
export function readsOnly({ tool, args }: CommandTemplate): boolean {
  const words = args.filter((arg) => !arg.startsWith('-'));
  if (tool === 'az') return /^(?:(?:list|show|check)(?:-[a-z-]+)?|get-instance-view)$/.test(words.at(-1) ?? '');
  if (tool !== 'kubectl') return false;
  const isRehearsed = args.includes('--dry-run=server') || args.includes('--dry-run=client');
  return isRehearsed || ['get', 'describe', 'logs', 'top', 'auth'].includes(words[0] ?? '');
}
