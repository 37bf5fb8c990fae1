import { expect, it } from 'vitest';
import { problemReport } from '../../../../src/services/response/status/problemReport.ts';
import { anAlert } from '../../../builders/alert.ts';

const hostile = anAlert({ displayName: '[click](command:evil) ‮<img src=x>' });

it('lists what did not go as asked by what happened, with the reason, and nothing else', () => {
  const report = problemReport(
    [
      {
        alert: hostile,
        action: 'dismiss',
        before: 'Active',
        outcome: { kind: 'failed', failure: { kind: 'forbidden' } },
      },
      {
        alert: anAlert(),
        action: 'dismiss',
        before: 'InProgress',
        outcome: { kind: 'inDoubt', failure: { kind: 'offline' } },
      },
      { alert: anAlert({ called: 'fine' }), action: 'dismiss', before: 'Active', outcome: { kind: 'changed' } },
    ],
    () => 'Shop',
    String,
  );
  expect(report).toMatch(/Could not be changed\n\n- .* was Active\): your role does not allow it\. .*Security Admin/);
  expect(report).toMatch(/In doubt: the answer was lost\n\n- Alert a \(Shop, was InProgress\): offline/);
  expect(report).not.toContain('Alert fine');
});

it('shows what alerts are called with everything visible that would hide or turn text', () => {
  const outcome = { kind: 'cancelled' } as const;
  const report = problemReport(
    [{ alert: hostile, action: 'dismiss', before: 'Active', outcome }],
    () => 'Shop',
    String,
  );
  expect(report).not.toContain('‮');
  expect(report).toContain('U+202E');
});
