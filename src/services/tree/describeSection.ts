import type { NodeDescription } from './nodeDescription.ts';
import type { RowFacts } from './rowFacts.ts';
import type { NodeOf } from './treeNode.ts';
import { assertNever } from '../../domain/assertNever.ts';
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
    case 'snoozed': {
      const { incidents, alerts } = facts.index.snoozed;
      const description = String(incidents.length + alerts.length);
      return {
        label: 'Snoozed',
        description,
        accessibleLabel: `Snoozed: ${description}`,
        expansion: 'collapsed',
        capabilities,
      };
    }
    default:
      return assertNever(node.section);
  }
}

function incidentCounts({ index }: RowFacts): string {
  const closed = index.incidents.length - index.openIncidents;
  if (index.incidents.length === 0) return 'none found';
  return closed === 0 ? String(index.openIncidents) : `${String(index.openIncidents)} · ${String(closed)} closed`;
}
