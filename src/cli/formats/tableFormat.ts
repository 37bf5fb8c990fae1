import { displayLabel } from '../../domain/displayText.ts';
import { cell } from './cell.ts';
import type { Report, ReportedIncident } from '../incidentReport.ts';

const titleWidth = 72;
const sentenceLimit = 400;

/** For people: every text passes the display filter, since a terminal obeys control characters. */
export function* tableFormat({ incidents, standaloneAlertIds, timings }: Report): Generator<string, undefined> {
  yield line('Severity', 'Score', 'Kind', 'Alerts', cell('Title', titleWidth), 'Id');
  let count = 0;
  const grouped = new Set<string>();
  for (const incident of incidents()) {
    count += 1;
    for (const id of incident.alertIds) grouped.add(id);
    yield incidentLine(incident);
    if (incident.explanation) yield `${' '.repeat(15)}${displayLabel(incident.explanation.sentence, sentenceLimit)}\n`;
  }
  const { parseMs, correlateMs, totalMs } = timings();
  const times = `parse ${parseMs.toFixed(0)} ms, correlate ${correlateMs.toFixed(0)} ms, total ${totalMs.toFixed(0)} ms`;
  yield `\n${count} incidents with ${grouped.size} alerts, ${standaloneAlertIds.length} standalone alerts (CPU: ${times})\n`;
  return undefined;
}

function incidentLine({ severity, score, kind, alertIds, title, id }: ReportedIncident): string {
  return line(severity, String(score), kind, String(alertIds.length), cell(title, titleWidth), displayLabel(id));
}

function line(severity: string, score: string, kind: string, alerts: string, title: string, id: string): string {
  const cells = [severity.padEnd(13), score.padStart(5), kind.padEnd(7), alerts.padStart(6), title, id];
  return `${cells.join('  ')}\n`;
}
