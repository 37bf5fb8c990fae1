import { describe, expect } from 'vitest';
import { faultTrials } from './trial.ts';

const { survives } = faultTrials();

describe('errors of the service', () => {
  for (const [number, status] of [
    ['F8', 500],
    ['F9', 502],
    ['F10', 503],
    ['F11', 504],
  ] as const) {
    survives(`a single ${String(status)} is not seen`, {
      fault: `${number} once`,
      outcome: 'healed',
      requests: 3,
      swiftWaits: number !== 'F8',
    });
    survives(
      `a ${String(status)} that stays is named, with the request id`,
      {
        fault: `${number} always`,
        outcome: { kind: 'unexpected', status, requestId: 'request-1' },
        row: new RegExp(`Azure returned ${String(status)}`),
        requests: 3,
      },
      ({ row, product }) => {
        expect(row.tooltip).toContain('request-1');
        expect(product.logged.join()).toContain('request-1');
        expect(product.waits).toHaveLength(2);
      },
    );
  }

  survives('a page in HTML with a 503 is neither shown nor logged', {
    fault: 'F12',
    outcome: { kind: 'unexpected', status: 503 },
    row: /Azure returned 503$/,
    requests: 3,
  });

  survives('a 408 is tried again', { fault: 'F13 408', outcome: 'healed', requests: 3 });
  survives('a 501 is not: it would come again', {
    fault: 'F13 501',
    outcome: { kind: 'unexpected', status: 501 },
    row: /Azure returned 501 NotImplemented/,
    requests: 1,
  });
});
