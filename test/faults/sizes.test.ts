import { describe, expect } from 'vitest';
import { faultTrials } from './trial.ts';

const { survives } = faultTrials();
const megabyte = 1024 * 1024;

describe('answers of strange size and shape', () => {
  survives(
    'a page with 5,000 alerts is read in two seconds',
    { fault: 'F29 5,000 alerts', outcome: 'healed', requests: 1, within: 5_000, uncorrelated: true },
    ({ snapshot }) => expect(snapshot.alerts).toHaveLength(5_000),
  );
  survives(
    'a page of 50 MB with 5,000 alerts is read, and the editor stays responsive',
    {
      fault: 'F29 50 MB',
      outcome: 'healed',
      requests: 1,
      within: 5_000,
      uncorrelated: true,
      strain: {
        memory: 400 * megabyte,
        because: 'up to 400 MB while a page of 50 MB is there as bytes, text and rows',
      },
    },
    ({ snapshot, strain }) => {
      expect(snapshot.alerts).toHaveLength(5_000);
      expect(strain.longestHold).toBeLessThan(250);
    },
  );
  for (const size of [300, 600]) {
    survives(
      `a small body that unpacks to ${String(size)} MB is given up at 64`,
      {
        fault: `F30 ${String(size)} MB`,
        outcome: { kind: 'tooLarge' },
        row: /too large to be from Azure/,
        requests: 1,
        within: 5_000,
      },
      // By the processor's time: what neighbours on a busy machine take says nothing of it.
      ({ strain }) => expect(strain.busy).toBeLessThan(1_000),
    );
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
    strain: { memory: 400 * megabyte, because: 'up to 400 MB: the server of the test holds the text, too' },
  });
  survives('a million properties do no harm', {
    fault: 'F31 many keys',
    outcome: 'healed',
    requests: 2,
    within: 20_000,
    strain: {
      hold: 3_000,
      memory: 1_000 * megabyte,
      because: 'one object is parsed in one go, and the server of the test makes it in the same process',
    },
  });
  survives('numbers beyond any range do no harm', { fault: 'F31 numbers', outcome: 'healed', requests: 2 });
  survives('halves of characters do no harm', { fault: 'F31 lone surrogates', outcome: 'healed', requests: 2 });
});
