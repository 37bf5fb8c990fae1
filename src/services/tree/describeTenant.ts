import type { NodeDescription } from './nodeDescription.ts';
import type { RowFacts } from './rowFacts.ts';
import type { NodeOf } from './treeNode.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { failureText } from '../failureText.ts';
import { problemIcon } from './nodeIcon.ts';
import { capabilitiesOf } from './capability.ts';

/** A tenant whose subscriptions could not be listed, so that nobody takes the others for everything. */
export function describeTenant(node: NodeOf<'tenant'>, { state, timeOfDay }: RowFacts): NodeDescription {
  const failure = state.failedTenants.find(({ tenantId }) => tenantId === node.tenantId)?.failure;
  const label = `Tenant ${displayLabel(node.tenantId)}`;
  const description = failure === undefined ? '' : failureText(failure, timeOfDay).cause;
  return {
    label,
    description,
    icon: problemIcon,
    accessibleLabel: `${label}: ${description}`,
    expansion: 'none',
    capabilities: capabilitiesOf(node, failure),
  };
}
