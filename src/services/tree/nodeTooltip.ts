import type { Alert } from '../../domain/alert.ts';
import type { Incident } from '../../domain/incident.ts';
import type { RowFacts } from './rowFacts.ts';
import type { TreeNode } from './treeNode.ts';
import { alertTime, azureResourceIds } from '../../domain/alert.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { missingMembers } from '../../domain/incident.ts';
import { tacticLabel } from '../../domain/killChain.ts';
import { age } from './age.ts';
import { resourceText, severityWord, subscriptionName } from './rowText.ts';
import { statusTooltip } from './describeStatus.ts';

/** One line of a tooltip: plain text, never markup. */
export interface TooltipLine {
  readonly name?: string;
  readonly text: string;
}

const descriptionLimit = 400;

/** More about a row, worked out when the pointer rests on it. Empty where the row has said everything. */
export function nodeTooltip(node: TreeNode, facts: RowFacts): readonly TooltipLine[] {
  switch (node.kind) {
    case 'incident': {
      const incident = facts.index.incidentById.get(node.incidentId);
      return incident === undefined ? [] : incidentLines(incident, facts);
    }
    case 'alert': {
      const alert = facts.state.correlation.alerts.get(node.alertKey);
      return alert === undefined ? [] : alertLines(alert, facts);
    }
    case 'missing':
      return [
        {
          text: 'The incident names this alert, but Azure does not list it: it may be older than 90 days, deleted, or out of your reach. Only what the incident says about it is known.',
        },
      ];
    case 'status':
      return statusTooltip(facts);
    default:
      return [];
  }
}

const sources: Readonly<Record<Incident['origin'], string>> = {
  service: 'reported by Defender for Cloud',
  local: 'correlated by this extension',
  mixed: 'reported by Defender for Cloud, extended by this extension',
};

function incidentLines(incident: Incident, facts: RowFacts): readonly TooltipLine[] {
  const missing = missingMembers(incident).length;
  return [
    { text: displayLabel(incident.title) },
    { name: 'Severity', text: severityWord(incident.severity) },
    {
      name: 'Source',
      text: sources[incident.origin],
    },
    {
      name: 'Alerts',
      text: `${String(incident.members.length)}${missing === 0 ? '' : `, ${String(missing)} not in the list`}`,
    },
    ...named('Resources', resourceText(incident.resourceIds, facts)),
    ...named('Kill chain', incident.tactics.map(tacticLabel).join(' → ') || undefined),
    ...named('First activity', when(incident.firstActivity, facts)),
    ...named('Last activity', when(incident.lastActivity, facts)),
    ...named('Subscription', subscriptionName(incident.subscriptionId, facts.state)),
  ];
}

function alertLines(alert: Alert, facts: RowFacts): readonly TooltipLine[] {
  const incidents = (facts.state.correlation.incidentsOf.get(alert.key) ?? []).flatMap(
    (id) => facts.index.incidentById.get(id)?.title ?? [],
  );
  return [
    { text: displayLabel(alert.displayName) },
    { text: displayLabel(alert.description, descriptionLimit) },
    { name: 'Severity', text: wordOr(alert.severity, alert.unrecognized?.severity) },
    { name: 'Status', text: wordOr(alert.status, alert.unrecognized?.status) },
    ...named('Resource', resourceText(azureResourceIds(alert), facts, alert.compromisedEntity)),
    ...named('Kill chain', alert.tactics.map(tacticLabel).join(', ') || undefined),
    ...named('Started', when(alertTime(alert), facts)),
    ...incidents.map((title) => ({ name: 'In incident', text: displayLabel(title) })),
    ...named('Subscription', subscriptionName(alert.subscriptionId, facts.state)),
  ];
}

function when(time: number | undefined, { now, timeOfDay }: RowFacts): string | undefined {
  const ago = age(time, now);
  if (time === undefined || ago === undefined) return undefined;
  return `${timeOfDay(time)} (${ago === 'now' ? 'now' : `${ago} ago`})`;
}

function wordOr(word: string, asSent: string | undefined): string {
  return asSent === undefined ? word : `${word} (${displayLabel(asSent, 60)})`;
}

function named(name: string, text: string | undefined): readonly TooltipLine[] {
  return text === undefined ? [] : [{ name, text }];
}
