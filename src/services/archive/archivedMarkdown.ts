import { displayLabel } from '../../domain/displayText.ts';
import { markdownCode, markdownText } from '../markdown.ts';
import type { ArchivedIncident, ArchivedMember } from './archivedIncident.ts';

const originText = {
  service: 'declared by Defender for Cloud',
  local: 'found by correlation',
  mixed: 'declared by Defender for Cloud and extended by correlation',
} as const;

/** An archived incident as Markdown in which whatever the service sent stays text. */
export function archivedMarkdown(incident: ArchivedIncident): string {
  const { firstActivity, lastActivity, leftOut, members, origin, reason, recordedAt, score, severity, targets } =
    incident;
  const lines = [
    `# ${label(incident.title)}`,
    '',
    `Archived on this machine, as of ${utc(recordedAt)}. Nothing here is read from Azure again.`,
    '',
    fact('Severity', severity),
    fact('Priority', `${String(score)} of 100`),
    fact('Incident', originText[origin]),
    fact('First activity', firstActivity === undefined ? undefined : utc(firstActivity)),
    fact('Last activity', lastActivity === undefined ? undefined : utc(lastActivity)),
    fact('Subscription', named(incident.subscriptionName, incident.subscriptionId)),
    fact('Tenant', incident.tenantId === undefined ? undefined : named(incident.tenantName, incident.tenantId)),
    ...targets.map((target) => fact('Target', code(target))),
    fact('Incident ID', code(incident.id)),
    '',
    markdownText(reason),
    '',
    '## Alerts',
    '',
    ...members.map((member, index) => `${String(index + 1)}. ${memberLine(member)}`),
    ...(leftOut > 0 ? ['', `${String(leftOut)} more alerts and targets were not kept.`] : []),
  ];
  return `${lines.filter((line) => line !== undefined).join('\n')}\n`;
}

/** A moment to the minute, in UTC. Whatever a file says is shown: a number that is no time as such. */
export function utc(time: number): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return 'an unknown time';
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function memberLine({ title, severity, status, time, type }: ArchivedMember): string {
  const parts = [
    time === undefined ? undefined : utc(time),
    severity,
    `**${label(title)}**`,
    type === undefined ? undefined : code(type),
    status ?? 'not in the list at that time',
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function fact(name: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `- **${name}:** ${text}`;
}

function named(name: string | undefined, id: string): string {
  return name === undefined ? code(id) : `${label(name)} (${code(id)})`;
}

function label(text: string): string {
  return markdownText(displayLabel(text));
}

function code(text: string): string {
  return markdownCode(displayLabel(text, 500));
}
