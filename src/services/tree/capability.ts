import type { AzureFailure } from '../../domain/azureFailure.ts';
import type { TreeNode } from './treeNode.ts';
import { assertNever } from '../../domain/assertNever.ts';

/** What a person can do with a row; menus ask for these and never for the kind of row. */
export type Capability =
  | 'openIncident'
  | 'openAlert'
  | 'compareWith'
  | 'copyId'
  | 'copyAsMarkdown'
  | 'openInPortal'
  | 'retry'
  | 'hideSubscription'
  /** Statuses that the row does not have yet. That the person may not set one is said beside it. */
  | 'dismiss'
  | 'resolve'
  | 'setInProgress'
  | 'activate'
  | 'mayNotDismiss'
  | 'mayNotResolve'
  | 'mayNotSetInProgress'
  | 'mayNotActivate'
  /** Some of that is known to be refused. What is not known is left to Azure. */
  | 'roleIsMissing'
  | 'snooze'
  | 'wake'
  | 'showSubscriptions'
  | 'showLog'
  | 'signIn'
  | 'showMore'
  | 'removeFromIncident'
  | 'splitIncident'
  | 'startIncident'
  | 'moveToIncident'
  | 'mergeIncidents'
  | 'renameIncident'
  /** Classify it, assign it, note something about it, export it. */
  | 'handleIncident'
  | 'pinIncident'
  | 'unpinIncident';

const itemCapabilities: readonly Capability[] = ['copyId', 'copyAsMarkdown', 'openInPortal'];

const incidentCorrections: readonly Capability[] = [
  'mergeIncidents',
  'splitIncident',
  'renameIncident',
  'handleIncident',
];
const memberCorrections: readonly Capability[] = ['removeFromIncident', 'splitIncident', 'moveToIncident'];
const alertCorrections: readonly Capability[] = ['startIncident', 'moveToIncident'];

/**
 * @param failure why what the row shows could not be read, if so.
 * @param pinned whether the incident of the row stands first.
 */
export function capabilitiesOf(node: TreeNode, failure?: AzureFailure, pinned = false): readonly Capability[] {
  switch (node.kind) {
    case 'incident':
      return ['openIncident', ...itemCapabilities, ...incidentCorrections, pinned ? 'unpinIncident' : 'pinIncident'];
    case 'alert':
      return [
        'openAlert',
        'compareWith',
        ...itemCapabilities,
        ...(node.within.kind === 'incident' ? memberCorrections : alertCorrections),
      ];
    case 'more':
      return ['showMore'];
    case 'status':
      return ['showSubscriptions', 'showLog', ...repairsOf(failure)];
    case 'section':
    case 'group':
    case 'missing':
      return [];
    default:
      return assertNever(node);
  }
}

/** What helps against a failure, if there is one: signing in, or trying again. */
export function repairsOf(failure: AzureFailure | undefined): readonly Capability[] {
  if (failure === undefined) return [];
  return failure.kind === 'notSignedIn' ? ['signIn'] : ['retry'];
}

/** The form that menu conditions match: each capability a word of its own. */
export function contextValueOf(capabilities: readonly Capability[]): string {
  return capabilities.join(' ');
}
