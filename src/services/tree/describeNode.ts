import type { Alert, AlertKey } from '../../domain/alert.ts';
import type { Incident } from '../../domain/incident.ts';
import type { NodeDescription } from './nodeDescription.ts';
import { ageIn, type RowFacts } from './rowFacts.ts';
import type { NodeOf, TreeNode } from './treeNode.ts';
import { alertTime, azureResourceIds } from '../../domain/alert.ts';
import { assertNever } from '../../domain/assertNever.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { memberKeys } from '../../domain/incident.ts';
import { capabilitiesOf } from './capability.ts';
import { describeSection } from './describeSection.ts';
import { describeStatus } from './describeStatus.ts';
import { incidentLabel } from './incidentLabel.ts';
import { closedIcon, incidentIcon, severityIcon } from './nodeIcon.ts';
import { changingWord, progressText, resourceText, severityWord, statusWord } from './rowText.ts';
import { incidentStatusCapabilities, statusCapabilities } from './statusCapabilities.ts';
import { isIncidentOpen } from './treeIndex.ts';

export function describeNode(node: TreeNode, facts: RowFacts): NodeDescription {
  switch (node.kind) {
    case 'section':
      return describeSection(node, facts);
    case 'incident':
      return describeIncident(node, facts);
    case 'alert':
      return describeAlert(node, facts);
    case 'missing':
      return describeMissing(node, facts);
    case 'group':
      return describeGroup(node, facts);
    case 'more':
      return plainRow(node, `Show ${String(Math.min(node.hidden, 500))} more`, `${String(node.hidden)} not shown`);
    case 'status':
      return describeStatus(node, facts);
    default:
      return assertNever(node);
  }
}

function describeIncident(node: NodeOf<'incident'>, facts: RowFacts): NodeDescription {
  const incident = facts.index.incidentById.get(node.incidentId);
  if (incident === undefined) return plainRow(node, 'No longer listed', '');
  const open = isIncidentOpen(incident, facts.state.correlation);
  const label = incidentLabel(incident.title);
  const description = joinFacts([
    snoozedUntil(incident.id, facts),
    incident.pinned === true ? 'pinned' : undefined,
    facts.isNew({ kind: 'incident', id: incident.id }) ? 'new' : undefined,
    open ? undefined : 'closed',
    progressText(
      askersOf(incident).flatMap((key) => facts.state.correlation.alerts.get(key) ?? []),
      facts,
    ),
    ageIn(facts, incident.lastActivity),
    counted(incident.members.length, 'alert'),
    unlessIn(incident.title, resourceText(incident.resourceIds, facts)),
  ]);
  return {
    label,
    description,
    icon: incidentIcon(incident.severity, open, incident.pinned),
    accessibleLabel: `${severityWord(incident.severity)} severity incident: ${label}, ${description}`,
    expansion: 'collapsed',
    capabilities: [
      ...capabilitiesOf(node, undefined, incident.pinned),
      ...incidentStatusCapabilities(incident, facts),
      ...(facts.asleep?.has(incident.id) === true ? (['wake'] as const) : (['snooze'] as const)),
    ],
    target: { kind: 'incident', id: incident.id },
  };
}

function describeAlert(node: NodeOf<'alert'>, facts: RowFacts): NodeDescription {
  const alert = facts.state.correlation.alerts.get(node.alertKey);
  if (alert === undefined) return plainRow(node, 'No longer listed', '');
  const label = displayLabel(alert.displayName);
  const description = joinFacts([
    snoozedUntil(alert.key, facts),
    facts.isNew({ kind: 'alert', id: alert.key }) ? 'new' : undefined,
    facts.state.changing.has(alert.key) ? changingWord(alert) : statusWord(alert),
    progressText([alert], facts),
    ageIn(facts, alertTime(alert)) ?? 'unknown time',
    resourceOf(alert, node, facts),
    node.within.kind === 'group' ? incidentNames(alert, facts) : undefined,
  ]);
  return {
    label,
    description,
    icon: node.within.kind === 'group' && node.within.group === 'Closed' ? closedIcon : severityIcon(alert.severity),
    accessibleLabel: `${severityWord(alert.severity)} severity alert: ${label}, ${description}`,
    expansion: 'none',
    capabilities: [
      ...capabilitiesOf(node),
      ...statusCapabilities(alert, facts),
      ...(facts.asleep?.has(alert.key) === true ? (['wake'] as const) : (['snooze'] as const)),
    ],
    target: { kind: 'alert', id: alert.key },
  };
}

function snoozedUntil(id: string, { asleep, timeOfDay }: RowFacts): string | undefined {
  const until = asleep?.get(id);
  return until === undefined ? undefined : `snoozed until ${timeOfDay(until)}`;
}

/** Below an incident on one resource, naming it in every row would say nothing. */
function resourceOf(alert: Alert, { within }: NodeOf<'alert'>, facts: RowFacts): string | undefined {
  const incident = within.kind === 'incident' ? facts.index.incidentById.get(within.incidentId) : undefined;
  if (incident?.resourceIds.length === 1) return undefined;
  return resourceText(azureResourceIds(alert), facts, alert.compromisedEntity);
}

/** Every alert whose steps are on the incident's checklist: its members, and the alert that declares it. */
function askersOf(incident: Incident): readonly AlertKey[] {
  return incident.declaredBy === undefined ? memberKeys(incident) : [...memberKeys(incident), incident.declaredBy];
}

/** A title that names the resource needs no second mention in a narrow side bar. */
function unlessIn(title: string, text: string | undefined): string | undefined {
  return text !== undefined && title.includes(text) ? undefined : text;
}

/** An alert can be in an incident and stand for itself at once: its row says which incident that is. */
function incidentNames(alert: Alert, { state, index }: RowFacts): string | undefined {
  const [first, ...others] = state.correlation.incidentsOf.get(alert.key) ?? [];
  const incident = first === undefined ? undefined : index.incidentById.get(first);
  if (incident === undefined) return undefined;
  const more = others.length === 0 ? '' : ` and ${String(others.length)} more`;
  return `in ${displayLabel(incidentLabel(incident.title), 60)}${more}`;
}

function describeMissing(node: NodeOf<'missing'>, facts: RowFacts): NodeDescription {
  const member = facts.index.incidentById.get(node.incidentId)?.members[node.index];
  if (member?.kind !== 'missing') return plainRow(node, 'No longer listed', '');
  const label = displayLabel(member.displayName);
  const entity = member.compromisedEntity;
  const description = joinFacts([
    'not in the list',
    entity === undefined ? undefined : displayLabel(entity, 60),
    ageIn(facts, member.startTime),
  ]);
  return {
    ...plainRow(node, label, description),
    icon: { kind: 'codicon', name: 'circle-slash', color: 'disabledForeground' },
    accessibleLabel: `${severityWord(member.severity)} severity alert: ${label}, ${description}`,
  };
}

function describeGroup(node: NodeOf<'group'>, { index }: RowFacts): NodeDescription {
  const alerts = index.groups.get(node.group) ?? [];
  const standalone = index.aloneIn.get(node.group) ?? 0;
  const label = node.group === 'Closed' ? 'Resolved and dismissed' : severityWord(node.group);
  const description = `${String(alerts.length)} · ${String(standalone)} in no incident`;
  return {
    label,
    description,
    icon: node.group === 'Closed' ? closedIcon : severityIcon(node.group),
    accessibleLabel: `${label}: ${counted(alerts.length, 'alert')}, ${String(standalone)} in no incident`,
    expansion: 'collapsed',
    capabilities: capabilitiesOf(node),
  };
}

function plainRow(node: TreeNode, label: string, description: string): NodeDescription {
  return {
    label,
    description,
    accessibleLabel: joinFacts([label, description]),
    expansion: 'none',
    capabilities: capabilitiesOf(node),
  };
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function joinFacts(facts: readonly (string | undefined)[]): string {
  return facts.filter((fact) => fact !== undefined && fact !== '').join(' · ');
}
