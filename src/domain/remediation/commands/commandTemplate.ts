/** Programs that a step may run. */
export const commandTools = ['az', 'kubectl', 'pwsh'] as const;

export type CommandTool = (typeof commandTools)[number];

/**
 * A command as data. Every value that comes from an alert is a `{parameter}` of `parameters.ts`, alone or inside an
 * argument ("--name={vmName}", "pod/{pod}"); it is checked against its type and can never add an argument.
 */
export interface CommandTemplate {
  readonly tool: CommandTool;
  /**
   * Words of the command, then options as "--name=value" or "--flag". What is added by `fillCommand` is not written:
   * "--subscription" and "--only-show-errors" for az, "--kubeconfig" for kubectl.
   */
  readonly args: readonly string[];
  /** Version of the tool that is needed, where Debian's azure-cli 2.45 or kubectl 1.20 is too old: "2.61.0". */
  readonly minimumVersion?: string;
  /** What it changes, in plain words, for the confirmation. Absent for a command that only reads. */
  readonly changes?: string;
}

/** The argument list of a command whose every value was checked. Made by `fillCommand` alone; terminals take nothing else. */
export interface FilledCommand {
  readonly tool: CommandTool;
  readonly args: readonly string[];
  /** Subscription that the command is held to, lower case. */
  readonly subscriptionId: string;
  /** ARM ids of the resources that it names, without repeats. */
  readonly resources: readonly string[];
  /** Never there at run time: it keeps other code from making one. */
  readonly __madeBy: 'fillCommand';
}

/** What is known besides the alert. */
export interface FillingContext {
  /** Values that a person chose, typed, or that were looked up on a resource, by parameter. Checked like all others. */
  readonly given?: Readonly<Record<string, string>>;
  /** Absolute path of the folder that holds one kubeconfig for each cluster; without it no kubectl command is filled. */
  readonly kubeconfigFolder?: string;
  /** Origin of Microsoft Graph in this cloud: `CloudEndpoints.graphEndpoint`. */
  readonly graphEndpoint?: string;
}

/** One step on the way from a resource that is known to one that is asked for. */
export interface LookupStep {
  readonly apiVersion: string;
  /** Dotted path to an ARM id; "[]" takes the elements of a list: "properties.networkProfile.networkInterfaces[].id". */
  readonly property: string;
}

/** How a missing value is read from Azure: GET `resource`, take the ids at `property`, GET those, and so on. */
export interface ResourceLookup {
  /** ARM id, checked. */
  readonly resource: string;
  readonly steps: readonly LookupStep[];
  /** A second way, taken as well: a network security group stands at the network interface, at its subnet, or at both. */
  readonly besides?: readonly LookupStep[];
}

/** Why a template has no value for a parameter. */
export type Unfilled =
  /** Several fit: a person has to say which one is meant. */
  | { readonly kind: 'choose'; readonly parameter: string; readonly options: readonly string[] }
  /** The alert does not name one. `lookup` says where it can be read; otherwise a person may type it. */
  | { readonly kind: 'missing'; readonly parameter: string; readonly why: string; readonly lookup?: ResourceLookup }
  /** What the alert (or a person) says is not safe to run. The reason is a constant sentence, fit for a notification. */
  | { readonly kind: 'refused'; readonly parameter: string; readonly why: string };

export type CommandFilling = { readonly kind: 'filled'; readonly command: FilledCommand } | Unfilled;
