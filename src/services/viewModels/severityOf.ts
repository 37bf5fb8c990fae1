import type { Alert } from '../../domain/alert.ts';
import type { AlertStatus } from '../../domain/alertStatus.ts';
import { displayLabel } from '../../domain/displayText.ts';
import type { Severity } from '../../domain/severity.ts';
import type { SeverityModel } from '../../protocol/severityModel.ts';

/** A severity to show, with the service's own word where we do not know it. */
export function severityOf(level: Severity, sentWord?: string): SeverityModel {
  return sentWord === undefined || level !== 'Unknown' ? { level } : { level, sentWord: displayLabel(sentWord, 40) };
}

export function severityOfAlert(alert: Alert): SeverityModel {
  return severityOf(alert.severity, alert.unrecognized?.severity);
}

const statusWords: Readonly<Record<AlertStatus, string>> = {
  Active: 'Active',
  InProgress: 'In progress',
  Resolved: 'Resolved',
  Dismissed: 'Dismissed',
  Unknown: 'Unknown',
};

/** An alert's status in words; an unknown one with the service's own word. */
export function statusLabel(alert: Alert): string {
  const sent = alert.unrecognized?.status;
  if (alert.status === 'Unknown' && sent !== undefined) return `Unknown (${displayLabel(sent, 40)})`;
  return statusWords[alert.status];
}
