import { alertTime, compareAlertTime, type Alert } from '../../domain/alert.ts';
import { assertNever } from '../../domain/assertNever.ts';
import { displayLabel } from '../../domain/displayText.ts';
import type { AlertMember, Incident, MissingMember } from '../../domain/incident.ts';
import { tacticLabel } from '../../domain/killChain.ts';
import type { AlertRow } from '../../protocol/incidentPanelModel.ts';
import { checklistOf } from '../checklist.ts';
import { accountNames, type AccountNames } from './accountNames.ts';
import type { PanelContext } from './panelContext.ts';
import { linkReason } from './linkText.ts';
import { alertResourceName } from './resourceLabel.ts';
import { severityOf, severityOfAlert, statusLabel } from './severityOf.ts';
import { stepsOfAlert } from '../stepsOfAlert.ts';

/** The alerts of an incident that are in the list, chronological. */
export function memberAlerts(incident: Incident, context: PanelContext): Alert[] {
  return incident.members
    .flatMap((member) => (member.kind === 'alert' ? [context.correlation.alerts.get(member.alertKey)] : []))
    .filter((alert) => alert !== undefined)
    .sort(compareAlertTime);
}

/** All members in order of time, with the silence before each. Members of unknown time come last. */
export function alertRows(incident: Incident, context: PanelContext): AlertRow[] {
  const names = accountNames(memberAlerts(incident, context));
  const rows = incident.members.map((member) =>
    member.kind === 'missing' ? missingRow(member) : memberRow(member, context, names),
  );
  rows.sort((a, b) => compareTimes(a.time, b.time));
  return rows.map((row, at) => {
    const before = rows[at - 1]?.time;
    return row.time === undefined || before === undefined ? row : { ...row, gap: row.time - before };
  });
}

function compareTimes(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a - b;
}

function memberRow(member: AlertMember, context: PanelContext, names: AccountNames): AlertRow {
  const alert = context.correlation.alerts.get(member.alertKey);
  if (alert === undefined) return missingRow({ kind: 'missing', displayName: 'Alert', severity: 'Unknown' });
  const { done, skipped, total } = checklistOf(alert.key, stepsOfAlert(alert), context.progressOf(alert.key));
  const time = alertTime(alert);
  return {
    alertKey: alert.key,
    title: displayLabel(alert.displayName),
    severity: severityOfAlert(alert),
    tactics: alert.tactics.map(tacticLabel),
    resource: alertResourceName(alert),
    status: statusLabel(alert),
    reason: reasonText(member, context, names),
    stepsDecided: done + skipped,
    stepsTotal: total,
    removable: member.reason.kind !== 'takenAwayByPerson',
    ...(time === undefined ? {} : { time }),
  };
}

function missingRow(member: MissingMember): AlertRow {
  const time = member.startTime ?? member.endTime;
  return {
    title: displayLabel(member.displayName),
    severity: severityOf(member.severity),
    tactics: [],
    resource: displayLabel(member.compromisedEntity ?? ''),
    status: 'Not in the list',
    reason:
      'The incident names this alert, but the service no longer lists it: it is deleted, too old, or out of reach.',
    ...(time === undefined ? {} : { time }),
  };
}

/** Why the alert is in the incident, as far as it is particular to this one. */
function reasonText({ alertKey, reason }: AlertMember, context: PanelContext, names: AccountNames): string {
  switch (reason.kind) {
    case 'declaredByService':
      return 'Named by Defender for Cloud.';
    case 'linked':
      return linkReason(alertKey, reason.link, context, names);
    case 'repeated':
      return 'Repeats an alert of the hour before.';
    case 'startedByPerson':
      return 'Made an incident by a person.';
    case 'takenAwayByPerson':
      return 'You removed it. It stays listed because Defender for Cloud named it in this incident.';
    default:
      return assertNever(reason);
  }
}
