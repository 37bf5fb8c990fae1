import type { AzureFailure } from '../../domain/azureFailure.ts';
import type { TreeNode } from './treeNode.ts';
import { assertNever } from '../../domain/assertNever.ts';

/** What a person can do with a row; menus ask for these and never for the kind of row. */
export type Capability =
  'openIncident' | 'openAlert' | 'copyId' | 'copyAsMarkdown' | 'openInPortal' | 'retry' | 'signIn' | 'showMore';

const itemCapabilities: readonly Capability[] = ['copyId', 'copyAsMarkdown', 'openInPortal'];

/** `failure`: why what the row shows could not be read, if so. */
export function capabilitiesOf(node: TreeNode, failure?: AzureFailure): readonly Capability[] {
  switch (node.kind) {
    case 'incident':
      return ['openIncident', ...itemCapabilities];
    case 'alert':
      return ['openAlert', ...itemCapabilities];
    case 'more':
      return ['showMore'];
    case 'subscription':
      return [...repairs(failure), 'openInPortal'];
    case 'tenant':
      return repairs(failure);
    case 'section':
    case 'group':
    case 'missing':
      return [];
    default:
      return assertNever(node);
  }
}

function repairs(failure: AzureFailure | undefined): readonly Capability[] {
  if (failure === undefined) return [];
  return failure.kind === 'notSignedIn' ? ['signIn'] : ['retry'];
}

/** The form that menu conditions match: each capability a word of its own. */
export function contextValueOf(capabilities: readonly Capability[]): string {
  return capabilities.join(' ');
}
