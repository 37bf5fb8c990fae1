import type { Alert } from '../../../alert.ts';
import type { ResourceLookup } from '../commandTemplate.ts';
import type { ParameterType } from '../parameterType.ts';

/** One thing that an alert names, as values by parameter: { vm: "/subscriptions/…", vmName: "web-1", vmGroup: "shop" }. */
export type Subject = Readonly<Record<string, string>>;

interface ParameterFacts {
  readonly type: ParameterType;
  /** What it is, for a person who has to choose or type one: "virtual machine". */
  readonly label: string;
}

/** A kind of thing, and the parameters that belong to one of them: they never come from two different things. */
export interface SubjectKind {
  /** The first parameter tells one thing from another. */
  readonly parameters: Readonly<Record<string, ParameterFacts>>;
  /** Those that the alert names, without repeats; values are as sent and not yet checked. */
  readonly find: (alert: Alert) => readonly Subject[];
  /** The other values that follow from the first parameter, where a person gave it. */
  readonly derive?: (main: string) => Subject;
  /** ARM type of the resource whose id the first parameter is, where it has to be of one: "Microsoft.Compute/virtualMachines". */
  readonly resourceType?: string;
  /** Where the first parameter is read where the alert does not name it: from a parameter, along a path. */
  readonly lookup?: Omit<ResourceLookup, 'resource'> & { readonly from: string };
}
