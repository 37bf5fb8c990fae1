import { expect, it } from 'vitest';
import { rehearse } from '../../../../src/domain/suppression/rehearse.ts';
import { rehearsalReport } from '../../../../src/services/response/suppression/rehearsalReport.ts';
import { anAlert } from '../../../builders/alert.ts';
import { aFoundIncident } from '../../../builders/foundIncident.ts';
import { aSuppressionRule } from '../../../builders/suppressionRule.ts';

it('a report of a rehearsal lists the alerts, those of incidents first, as text', () => {
  const [plain, hostile] = [anAlert({ called: 'a' }), anAlert({ called: 'b', displayName: 'b\u202Etxt\nx' })];
  const alerts = new Map([plain, hostile].map((alert) => [alert.key, alert]));
  const incident = aFoundIncident([hostile.key]);
  const rule = aSuppressionRule({ conditions: [] });
  const incidentsOf = new Map([[hostile.key, [incident.id]]]);
  const rehearsal = rehearse(rule, alerts.values(), [incident]);
  expect(rehearsalReport(rule, rehearsal, { alerts, incidentsOf }, () => '10:00')).toBe(
    [
      'Suppression rule dismiss-test',
      'Alerts of VM_TestAlert',
      '',
      'Would have dismissed 2 of 2 alerts in the list; 1 was in an incident.',
      '',
      'Medium  10:00  b⟨U+202E⟩txt x  [in an incident]',
      'Medium  10:00  Alert a',
      '',
    ].join('\n'),
  );
});
