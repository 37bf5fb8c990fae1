import { commandTools, type CommandTemplate, type CommandTool } from './commandTemplate.ts';
import { parameters } from './parameters.ts';
import { literalsOf, placeholdersIn } from './placeholders.ts';

/** What may stand in an argument besides parameters: no sign of it is special to cmd.exe, which reads `az.cmd` again. */
const literal = /^[A-Za-z0-9_ .,:;/=+[\]*?#{}-]*$/;
const word = /^[a-z][a-z0-9-]*$/;
const option = /^--[a-z][a-z0-9-]*(?:=|$)/;
/** kubectl names objects without an option: "pod/{pod}", "deployment", "{node}", "incident=quarantine". */
const operand = /^(?:[A-Za-z]|\{[A-Za-z]+\})[A-Za-z0-9{}/_.:=-]*$/;

/**
 * Options that `fillCommand` decides, and those by which a command would leave the alert's subscription or cluster, act as
 * somebody else, trust another server, or write files.
 */
const reserved: Readonly<Record<CommandTool, readonly string[]>> = {
  az: ['--subscription', '--only-show-errors', '--ids', '--debug', '--verbose'],
  kubectl: [
    '--kubeconfig',
    '--context',
    '--cluster',
    '--server',
    '--token',
    '--filename',
    '--user',
    '--username',
    '--password',
    '--as',
    '--as-group',
    '--as-uid',
    '--kustomize',
    '--certificate-authority',
    '--client-certificate',
    '--client-key',
    '--insecure-skip-tls-verify',
    '--tls-server-name',
    '--cache-dir',
    '--profile',
    '--profile-output',
    '--raw',
  ],
  pwsh: [],
};

/** How pwsh takes a script and its arguments apart: what follows the script can never become a part of it. */
const pwshStart = ['-NoProfile', '-NonInteractive', '-CommandWithArgs'];

/** Parameters that the surroundings fill in, and no alert. */
export const surroundingParameters: ReadonlySet<string> = new Set(['kubeconfig', 'graph']);

/**
 * What is wrong with a template, as sentences for whoever wrote it; empty for a sound one. A test holds the product's own
 * templates to it; those of a workspace are checked when they are read, and every template again when it is filled.
 */
export function checkTemplate({ tool, args }: CommandTemplate): readonly string[] {
  if (!commandTools.includes(tool)) return ['A step runs az, kubectl or pwsh, and no other tool'];
  if (tool === 'pwsh') return [...pwshProblems(args), ...args.flatMap(unknownParameters)];
  const problems = args.flatMap((arg, at) => [
    ...unknownParameters(arg),
    ...signProblems(arg),
    ...(arg.startsWith('-') ? optionProblems(tool, arg, args) : operandProblems(tool, arg, at, args)),
  ]);
  return word.test(args[0] ?? '') ? problems : ['The command begins with a word such as "network"', ...problems];
}

function unknownParameters(arg: string): readonly string[] {
  return placeholdersIn(arg)
    .filter((name) => !parameters.has(name) && !surroundingParameters.has(name))
    .map((name) => `There is no parameter {${name}}`);
}

function signProblems(arg: string): readonly string[] {
  const odd = !literal.test(literalsOf(arg));
  return odd ? [`"${arg}" holds a sign that some shell reads as its own`] : [];
}

function optionProblems(tool: CommandTool, arg: string, args: readonly string[]): readonly string[] {
  const name = arg.split('=', 1)[0] ?? '';
  if (!option.test(arg)) return [`"${arg}" is no option in the form --name=value`];
  if (reserved[tool].includes(name) || (tool === 'az' && isShortened(name, args))) {
    return [`"${name}" is decided by the product`];
  }
  const value = arg.slice(name.length + 1);
  return /^[-@]/.test(value) ? [`The value of "${name}" begins like an option or a file`] : [];
}

/**
 * The Azure CLI takes the beginning of an option for the whole: "--subscriptio" would name a second subscription. "--id" is
 * an option of its own of the commands about the directory, which know no "--ids".
 */
function isShortened(name: string, args: readonly string[]): boolean {
  if (name === '--id' && args[0] === 'ad') return false;
  return reserved.az.some((option) => option !== name && option.startsWith(name));
}

/** Words of az are commands; a value without its option would depend on the order in which the CLI reads. */
function operandProblems(tool: CommandTool, arg: string, at: number, args: readonly string[]): readonly string[] {
  if (tool === 'kubectl') return operand.test(arg) ? [] : [`"${arg}" is no object that kubectl takes`];
  if (!word.test(arg)) return [`"${arg}" is no word of a command: values stand as --name=value`];
  return args.slice(0, at).some((before) => before.startsWith('-')) ? [`"${arg}" stands behind an option`] : [];
}

function pwshProblems(args: readonly string[]): readonly string[] {
  const starts = pwshStart.every((arg, at) => args[at] === arg);
  if (!starts) return [`pwsh is called with ${pwshStart.join(' ')}, a script, and arguments`];
  const [script = '', ...values] = args.slice(pwshStart.length);
  if (script === '' || placeholdersIn(script).length > 0)
    return ['The script of pwsh holds no parameter: use $args[0]'];
  if (/["\p{C}]/u.test(script)) return ['The script of pwsh holds a sign that some shell reads as its own'];
  return values.every((value) => /^\{[A-Za-z]+\}$/.test(value)) ? [] : ['Arguments of pwsh are single parameters'];
}
