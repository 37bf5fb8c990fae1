import { describe, expect } from 'vitest';
import { faultTrials } from './trial.ts';

const { survives } = faultTrials();
const late = { kind: 'offline', detail: 'ETIMEDOUT' } as const;

describe('answers that never end', () => {
  for (const form of ['no head', 'half a body', 'half a gzip body', 'a byte a second', 'second page']) {
    survives(
      `a stalled answer ends at the deadline, body included, and at once when cancelled (${form})`,
      {
        fault: `F24 ${form}`,
        outcome: late,
        row: /offline/,
        requests: form === 'second page' ? 2 : 1,
        tryDeadline: 600,
        within: 2_000,
        // The answer has begun by then.
        cancelAfter: 200,
      },
      // What the product asks for each try; here each was given less.
      ({ product }) => expect(product.deadlines).toEqual(new Set([30_000])),
    );
  }
});
