import { describe } from 'vitest';
import { faultTrials } from './trial.ts';

const { survives } = faultTrials();
const unreadable = { kind: 'unexpected', code: 'UnreadableAnswer' } as const;
const cutOff = /the answer is cut off or not readable/;

describe('answers that break on their way', () => {
  survives('a connection that is reset before the answer is tried again', {
    fault: 'F21 once',
    outcome: 'healed',
    requests: 3,
  });
  survives('connections that are always reset mean offline', {
    fault: 'F21 always',
    outcome: { kind: 'offline', detail: 'ECONNRESET' },
    row: /offline/,
    requests: 3,
  });

  for (const body of ['identity', 'chunked', 'gzip', 'gzip in chunks', 'deflate', 'br']) {
    for (const by of ['fin', 'rst']) {
      survives(`a body that is cut is asked for once more (${body}, ${by})`, {
        fault: `F22 ${body}, ${by}, once`,
        outcome: 'healed',
        requests: 3,
      });
      survives(`a body that is always cut is a failure (${body}, ${by})`, {
        fault: `F22 ${body}, ${by}, always`,
        outcome: unreadable,
        row: cutOff,
        requests: 2,
        within: 1_000,
      });
    }
  }

  survives('JSON that ends early is asked for once more', {
    fault: 'F23 JSON cut, once',
    outcome: 'healed',
    requests: 3,
  });
  survives('JSON that always ends early is a failure', {
    fault: 'F23 JSON cut, always',
    outcome: unreadable,
    row: cutOff,
    requests: 2,
  });
  for (const length of ['short', 'long']) {
    survives(`an announced length that is too ${length} is a failure`, {
      fault: `F23 length too ${length}`,
      outcome: unreadable,
      row: cutOff,
      requests: 2,
    });
  }
});
