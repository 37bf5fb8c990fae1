import { describe, expect, it } from 'vitest';
import { tableFormat } from '../../../src/cli/formats/tableFormat.ts';
import type { ReportedIncident } from '../../../src/cli/incidentReport.ts';

const incident: ReportedIncident = {
  id: 'local:1',
  title: 'Attack',
  severity: 'High',
  score: 81,
  kind: 'local',
  alertIds: ['1', '2'],
  explanation: { sentence: 'Two alerts share an address.', links: [] },
};

function tableOf(...incidents: readonly ReportedIncident[]): string {
  const timings = { parseMs: 1, correlateMs: 2, totalMs: 3 };
  const report = { incidents: () => incidents, standaloneAlertIds: ['3'], timings: () => timings };
  return [...tableFormat(report)].join('');
}

describe('the table', () => {
  it('has a line for each incident, its sentence below, and sums at the end', () => {
    const lines = tableOf(incident)
      .split('\n')
      .map((line) => line.trim().replaceAll(/ {2,}/g, ' | '));
    expect(lines).toEqual([
      'Severity | Score | Kind | Alerts | Title | Id',
      'High | 81 | local | 2 | Attack | local:1',
      'Two alerts share an address.',
      '',
      '1 incidents with 2 alerts, 1 standalone alerts (CPU: parse 1 ms, correlate 2 ms, total 3 ms)',
      '',
    ]);
  });

  it('shows what a terminal would obey, whatever text it comes in', () => {
    const hostile = '\u001b]0;owned\u0007\u009b2J\r\n\u202eevil';
    const table = tableOf({ ...incident, id: hostile, title: hostile, explanation: { sentence: hostile, links: [] } });
    expect(table).not.toMatch(/[\p{Cc}\p{Cf}]/u.exec(table.replaceAll('\n', ''))?.[0] ?? /(?!)/);
    expect(table.split('\n').length).toBe(6);
    expect(table.match(/⟨U\+001B⟩/g)?.length).toBe(3);
  });
});
