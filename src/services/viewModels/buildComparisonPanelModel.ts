import { alertTime, compareAlertTime, type Alert } from '../../domain/alert.ts';
import type { AlertComparison } from '../../domain/correlation/why/compareAlerts.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { tacticLabel } from '../../domain/killChain.ts';
import type { ComparedAlert, ComparisonPanelModel } from '../../protocol/comparisonPanelModel.ts';
import type { IncidentReference } from '../../protocol/incidentReference.ts';
import { findIncident } from '../findIncident.ts';
import { accountNames } from './accountNames.ts';
import { apartText } from './apartText.ts';
import type { BuiltPanel } from './builtPanel.ts';
import { count } from './count.ts';
import { incidentReference } from './incidentReference.ts';
import { noActions } from './panelActions.ts';
import type { PanelContext } from './panelContext.ts';
import { alertResourceName } from './resourceLabel.ts';
import { severityOfAlert } from './severityOf.ts';
import { pairName } from './whyAnswers.ts';
import { whyLinkOf, whyTieOf } from './whyLinkOf.ts';

/** Two alerts side by side: why they are together, or what kept them apart. In any order. */
export function buildComparisonPanelModel(
  one: Alert,
  other: Alert,
  context: PanelContext,
): BuiltPanel<ComparisonPanelModel> {
  const alerts = [one, other].sort(compareAlertTime);
  const [first = one, second = other] = alerts;
  const incidents = commonIncidents(first, second, context);
  const comparison = context.why?.comparisons.get(pairName(first.key, second.key));
  const path = comparison?.path ?? [];
  // A single link between the two says all that there is to say.
  const tie = path.length === 1 ? undefined : comparison?.tie;
  const model: ComparisonPanelModel = {
    kind: 'comparison',
    id: one.key,
    otherId: other.key,
    ...verdict(first, second, comparison, incidents),
    alerts: alerts.map((alert) => comparedAlert(alert, context)),
    path: path.map((link) => whyLinkOf(link, context)),
    incidents,
    ...(tie === undefined || tie.shared.length === 0 ? {} : { tie: whyTieOf(tie, first.key, second.key, context) }),
  };
  return { model, actions: noActions, checklistAlerts: [] };
}

function commonIncidents(one: Alert, other: Alert, { correlation }: PanelContext): IncidentReference[] {
  const ofOther = new Set(correlation.incidentsOf.get(other.key));
  const ids = (correlation.incidentsOf.get(one.key) ?? []).filter((id) => ofOther.has(id));
  return ids.flatMap((id) => {
    const incident = findIncident(correlation, id);
    return incident === undefined ? [] : [incidentReference(incident)];
  });
}

function verdict(
  one: Alert,
  other: Alert,
  comparison: AlertComparison | undefined,
  incidents: readonly IncidentReference[],
): Pick<ComparisonPanelModel, 'together' | 'title' | 'sentence'> {
  if (one.key === other.key) return { together: 'group', title: 'One and the same alert', sentence: '' };
  if (comparison === undefined) return { together: 'unknown', title: 'Comparing…', sentence: '' };
  const { path, apart } = comparison;
  const inOne = { together: 'incident', title: 'Together in one incident' } as const;
  if (path !== undefined) {
    const leads =
      path.length === 1
        ? 'One link ties the two together.'
        : `${count(path.length, 'link')} lead from one to the other.`;
    if (incidents.length > 0) return { ...inOne, sentence: leads };
    return { together: 'group', title: 'Related, but in no incident', sentence: `${leads} ${groupText(one, other)}` };
  }
  const reason = apartText(apart, accountNames([one, other]));
  if (incidents.length === 0) return { together: 'no', title: 'Not together', sentence: reason };
  const named = 'Defender for Cloud names both in one incident; no links lead from one to the other.';
  return { ...inOne, sentence: `${named} ${reason}` };
}

/** In what a group falls short of an incident. */
function groupText(one: Alert, other: Alert): string {
  return one.alertType === other.alertType
    ? 'One detector says the same again: that is a series of alerts, not an attack that goes on.'
    : 'They do not advance along the kill chain, or their detectors are rarely of one attack: too little for an incident.';
}

function comparedAlert(alert: Alert, { subscriptions }: PanelContext): ComparedAlert {
  const time = alertTime(alert);
  const tenant = alert.tenantId ?? subscriptions.get(alert.subscriptionId)?.tenantId;
  return {
    alertKey: alert.key,
    title: displayLabel(alert.displayName),
    severity: severityOfAlert(alert),
    alertType: displayLabel(alert.alertType),
    resource: alertResourceName(alert),
    tactics: alert.tactics.map(tacticLabel),
    ...(time === undefined ? {} : { time }),
    ...(tenant === undefined ? {} : { tenant: displayLabel(tenant) }),
  };
}
