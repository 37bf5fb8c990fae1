import type { NodeDescription } from './nodeDescription.ts';
import type { RowFacts } from './rowFacts.ts';
import type { NodeOf } from './treeNode.ts';
import { assertNever } from '../../domain/assertNever.ts';
import { isIncomplete } from '../completeness.ts';
import { capabilitiesOf } from './capability.ts';

/** Counts beside the names, so that a collapsed section still says how much there is. */
export function describeSection(node: NodeOf<'section'>, facts: RowFacts): NodeDescription {
  const capabilities = capabilitiesOf(node);
  switch (node.section) {
    case 'incidents': {
      const description = incidentCounts(facts);
      return {
        label: 'Incidents',
        description,
        accessibleLabel: `Incidents: ${description}`,
        expansion: facts.index.incidents.length === 0 ? 'none' : 'expanded',
        capabilities,
      };
    }
    case 'alerts': {
      const description = `${String(facts.index.alertCount)} · ${String(facts.index.standaloneCount)} in no incident`;
      return {
        label: 'Alerts',
        description,
        accessibleLabel: `Alerts: ${description}`,
        expansion: 'expanded',
        capabilities,
      };
    }
    case 'subscriptions':
      return describeSubscriptions(node, facts);
    default:
      return assertNever(node.section);
  }
}

function incidentCounts({ index }: RowFacts): string {
  const closed = index.incidents.length - index.openIncidents;
  if (index.incidents.length === 0) return 'none found';
  return closed === 0 ? String(index.openIncidents) : `${String(index.openIncidents)} · ${String(closed)} closed`;
}

function describeSubscriptions(node: NodeOf<'section'>, { state }: RowFacts): NodeDescription {
  const total = state.subscriptions.length;
  const failed = state.subscriptions.filter(({ health }) => health.kind === 'failed').length;
  const loading = state.subscriptions.filter(({ health }) => health.kind === 'loading').length;
  const incomplete = isIncomplete(state);
  const tenants = state.failedTenants.length;
  const description = [
    String(total),
    ...(failed === 0 ? [] : [`${String(failed)} could not be read`]),
    ...(tenants === 0 ? [] : [`${String(tenants)} ${tenants === 1 ? 'tenant' : 'tenants'} not listed`]),
    ...(loading === 0 ? [] : [`${String(loading)} loading`]),
  ].join(' · ');
  return {
    label: 'Subscriptions',
    description,
    accessibleLabel: `Subscriptions: ${description}`,
    expansion: incomplete || state.phase !== 'ready' ? 'expanded' : 'collapsed',
    capabilities: capabilitiesOf(node),
  };
}
