import { describe, expect } from 'vitest';
import { faultTrials } from './trial.ts';

const { survives } = faultTrials();
const megabyte = 1024 * 1024;

describe('answers of strange size and shape', () => {
  survives(
    'a page with 5,000 alerts is read in two seconds',
    // One page is parsed in one go: a turn of some 200 ms in a refresh of a second. Pages of the service have 1 MB.
    { fault: 'F29 5,000 alerts', outcome: 'healed', requests: 1, within: 5_000, hold: 400, memory: 500 * megabyte },
    ({ snapshot }) => expect(snapshot.alerts).toHaveLength(5_000),
  );
  survives('a page of 50 MB is refused', {
    fault: 'F29 50 MB',
    outcome: { kind: 'tooLarge' },
    row: /too large to be from Azure/,
    requests: 1,
    within: 5_000,
    hold: 400,
    memory: 500 * megabyte,
  });
  for (const size of [300, 600]) {
    survives(`a small body that unpacks to ${String(size)} MB is given up at 32`, {
      fault: `F30 ${String(size)} MB`,
      outcome: { kind: 'tooLarge' },
      row: /too large to be from Azure/,
      requests: 1,
      within: 1_000,
    });
  }

  survives(
    'of a row that is nested a hundred thousand deep all is kept but that',
    { fault: 'F31 nested', outcome: 'healed', requests: 2 },
    ({ snapshot }) => {
      expect(snapshot.alerts).toHaveLength(250);
      expect(snapshot.alerts[0]).toMatchObject({ unreadable: ['strange'] });
    },
  );
  survives('a page that is nested and no list is a failure', {
    fault: 'F31 nested page',
    outcome: 'healed',
    row: /1 row could not be read/,
    requests: 1,
  });
  survives('a text of ten million characters does no harm', {
    fault: 'F31 long text',
    outcome: 'healed',
    requests: 2,
    memory: 400 * megabyte,
  });
  survives('a million properties do no harm', {
    fault: 'F31 many keys',
    outcome: 'healed',
    requests: 2,
    within: 20_000,
    hold: 3_000,
    memory: 1_000 * megabyte,
  });
  survives('numbers beyond any range do no harm', { fault: 'F31 numbers', outcome: 'healed', requests: 2 });
  survives('halves of characters do no harm', { fault: 'F31 lone surrogates', outcome: 'healed', requests: 2 });
});
