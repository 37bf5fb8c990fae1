import type { Alert } from '../domain/alert.ts';
import type { Correlation } from '../domain/correlation/correlation.ts';
import type { Incident, IncidentMember } from '../domain/incident.ts';
import { alertTime, azureResourceIds } from '../domain/alert.ts';
import { displayLabel } from '../domain/displayText.ts';
import { tacticLabel } from '../domain/killChain.ts';
import { incidentReason } from './incidentReason.ts';
import { markdownCode, markdownText } from './markdown.ts';

/** An incident as Markdown, to paste into a ticket. Whatever the service sent stays text there. */
export function incidentMarkdown(incident: Incident, correlation: Correlation): string {
  return lines([
    `## ${label(incident.title)}`,
    '',
    fact('Severity', incident.severity),
    fact('First activity', utc(incident.firstActivity)),
    fact('Last activity', utc(incident.lastActivity)),
    fact('Kill chain', incident.tactics.map(tacticLabel).join(' → ') || undefined),
    fact('Subscription', markdownCode(incident.subscriptionId)),
    ...incident.resourceIds.map((id) => fact('Resource', markdownCode(displayLabel(id, 500)))),
    fact('Incident ID', markdownCode(displayLabel(incident.id))),
    '',
    markdownText(incidentReason(incident, correlation.alerts)),
    '',
    '### Alerts',
    '',
    ...incident.members.map((member, index) => `${String(index + 1)}. ${memberLine(member, correlation)}`),
  ]);
}

/** An alert as Markdown, to paste into a ticket. */
export function alertMarkdown(alert: Alert): string {
  return lines([
    `## ${label(alert.displayName)}`,
    '',
    fact('Severity', alert.severity),
    fact('Status', alert.status),
    fact('Started', utc(alertTime(alert))),
    fact('Kill chain', alert.tactics.map(tacticLabel).join(', ') || undefined),
    ...azureResourceIds(alert).map((id) => fact('Resource', markdownCode(displayLabel(id, 500)))),
    fact('Compromised entity', alert.compromisedEntity === undefined ? undefined : label(alert.compromisedEntity)),
    fact('Alert type', markdownCode(displayLabel(alert.alertType))),
    fact('Alert ID', markdownCode(displayLabel(alert.systemAlertId))),
    '',
    markdownText(alert.description),
  ]);
}

function memberLine(member: IncidentMember, correlation: Correlation): string {
  const alert = member.kind === 'alert' ? correlation.alerts.get(member.alertKey) : member;
  if (alert === undefined) return 'Alert that is no longer listed';
  const time = 'key' in alert ? alertTime(alert) : alert.startTime;
  const where = member.kind === 'missing' ? ' (not in the list)' : '';
  return [utc(time), alert.severity, `**${label(alert.displayName)}**${where}`].filter(Boolean).join(' · ');
}

function label(text: string): string {
  return markdownText(displayLabel(text));
}

function fact(name: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `- **${name}:** ${text}`;
}

function utc(time: number | undefined): string | undefined {
  return time === undefined ? undefined : `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function lines(all: readonly (string | undefined)[]): string {
  return `${all.filter((line) => line !== undefined).join('\n')}\n`;
}
