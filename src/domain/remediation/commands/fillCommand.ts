import type { Alert } from '../../alert.ts';
import { hash64 } from '../../hash64.ts';
import { checkTemplate, surroundingParameters } from './checkTemplate.ts';
import type {
  CommandFilling,
  CommandTemplate,
  CommandTool,
  FilledCommand,
  FillingContext,
  Unfilled,
} from './commandTemplate.ts';
import { objectionTo } from './parameterType.ts';
import { fillIn, placeholdersIn } from './placeholders.ts';
import { resolveParameter, type ResolvedParameter } from './resolveParameter.ts';

/**
 * The command of a template for an alert, with every value checked against its type, held to the alert's subscription
 * (az) or to the alert's cluster (kubectl). Or why there is none: the first parameter that is missing, has several values
 * to choose from, or whose value is not safe. Total, and the only way to a `FilledCommand`.
 */
export function fillCommand(template: CommandTemplate, alert: Alert, context: FillingContext = {}): CommandFilling {
  const [problem] = checkTemplate(template);
  if (problem !== undefined) return { kind: 'refused', parameter: 'command', why: problem };
  const values = resolveAll(parametersOf(template), alert, context);
  if ('kind' in values) return values;
  return { kind: 'filled', command: assemble(template, values) };
}

type Values = ReadonlyMap<string, ResolvedParameter>;

/** kubectl and az are held to something even where the template does not name it. */
function parametersOf({ tool, args }: CommandTemplate): readonly string[] {
  const written = args.flatMap(placeholdersIn);
  const held = tool === 'kubectl' ? ['subscription', 'cluster', 'kubeconfig'] : ['subscription'];
  return [...new Set([...held, ...written])];
}

function resolveAll(names: readonly string[], alert: Alert, context: FillingContext): Values | Unfilled {
  const values = new Map<string, ResolvedParameter>();
  for (const name of names) {
    const value = resolve(name, alert, context);
    if (value.kind !== 'resolved') return value;
    values.set(name, value);
  }
  return values;
}

function resolve(name: string, alert: Alert, context: FillingContext): ResolvedParameter | Unfilled {
  return surroundingParameters.has(name)
    ? resolveSurrounding(name, alert, context)
    : resolveParameter(name, alert, context);
}

function resolveSurrounding(name: string, alert: Alert, context: FillingContext): ResolvedParameter | Unfilled {
  if (name === 'kubeconfig') return kubeconfigOf(alert, context);
  const { graphEndpoint } = context;
  if (graphEndpoint === undefined) {
    return { kind: 'missing', parameter: name, why: 'the address of Microsoft Graph in this cloud is not known' };
  }
  const why = objectionTo('origin', graphEndpoint);
  return why === undefined ? { kind: 'resolved', value: graphEndpoint } : { kind: 'refused', parameter: name, why };
}

/**
 * A kubeconfig that holds nothing but the alert's cluster. A context of the person's own could carry the same name and
 * lead to another cluster.
 */
function kubeconfigOf(alert: Alert, context: FillingContext): ResolvedParameter | Unfilled {
  const cluster = resolveParameter('cluster', alert, context);
  if (cluster.kind !== 'resolved') return cluster;
  const { kubeconfigFolder: folder } = context;
  if (folder === undefined) return { kind: 'missing', parameter: 'kubeconfig', why: 'there is no folder for it' };
  if (!/^(?:\/|[A-Za-z]:[\\/])/.test(folder) || /["'%\p{C}]/u.test(folder)) {
    return { kind: 'refused', parameter: 'kubeconfig', why: 'the path of its folder is not safe' };
  }
  const separator = folder.startsWith('/') ? '/' : '\\';
  return { kind: 'resolved', value: `${folder}${separator}${hash64(cluster.value.toLowerCase())}.yaml` };
}

function assemble(template: CommandTemplate, values: Values): FilledCommand {
  const { tool } = template;
  const subscriptionId = values.get('subscription')?.value.toLowerCase() ?? '';
  const resources = [...values.values()].flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
  return {
    tool,
    args: argumentsOf(template, (name) => values.get(name)?.value ?? ''),
    subscriptionId,
    resources: [...new Map(resources.map((id) => [id.toLowerCase(), id])).values()],
  } as unknown as FilledCommand;
}

function argumentsOf({ tool, args }: CommandTemplate, valueOf: (name: string) => string): readonly string[] {
  const written = args.map((arg) => fillIn(arg, valueOf));
  const added = {
    az: [...(hasNoSubscription(args) ? [] : [`--subscription=${valueOf('subscription')}`]), '--only-show-errors'],
    kubectl: [`--kubeconfig=${valueOf('kubeconfig')}`],
    pwsh: [],
  }[tool];
  return [...written, ...added];
}

/**
 * "az ad" acts on the directory that the CLI is signed in to and refuses the option. Ids and names of accounts are unique
 * over all directories: in the wrong one nothing is found.
 */
function hasNoSubscription(args: readonly string[]): boolean {
  return args[0] === 'ad';
}

/** A command to look at, as far as an alert fills it: what has no safe value is still a "{parameter}". Never to be run. */
export interface CommandOutline {
  readonly tool: CommandTool;
  readonly args: readonly string[];
  readonly unfilled: readonly Unfilled[];
}

/** The outline of a template: without an alert nothing but its parameters. Total. */
export function outlineCommand(template: CommandTemplate, alert?: Alert, context: FillingContext = {}): CommandOutline {
  const values = new Map<string, string>();
  const unfilled = new Map<string, Unfilled>();
  for (const name of parametersOf(template)) {
    if (alert === undefined) break;
    const value = resolve(name, alert, context);
    if (value.kind === 'resolved') values.set(name, value.value);
    else unfilled.set(value.parameter, value);
  }
  const args = argumentsOf(template, (name) => values.get(name) ?? `{${name}}`);
  return { tool: template.tool, args, unfilled: [...unfilled.values()] };
}
