import { describe, expect } from 'vitest';
import { faultTrials } from './trial.ts';

const { survives } = faultTrials();
const noList = { kind: 'unexpected', code: 'BadEnvelope' } as const;
const page = /a proxy or sign-in page answered instead of Azure/;

describe('answers that are no lists', () => {
  survives('a sign-in page with status 200 is named as what it is', {
    fault: 'F25',
    outcome: { kind: 'notAzure' },
    row: page,
    requests: 1,
  });
  survives('a page that calls itself JSON is one, too', {
    fault: 'F25 called JSON',
    outcome: { kind: 'notAzure' },
    row: page,
    requests: 1,
  });

  for (const form of ['text/plain', 'no content type', 'utf-16', 'byte order mark', 'unknown charset']) {
    survives(
      `a list is a list whatever it is called (${form})`,
      { fault: `F26 ${form}`, outcome: 'healed', requests: 1 },
      ({ snapshot }) => expect(snapshot.alerts).toEqual([]),
    );
  }
  survives('text that is no list is a failure', { fault: 'F26 text that is no list', outcome: noList, requests: 1 });
  survives('a list in other bytes than it says is a failure', {
    fault: 'F26 utf-16 called utf-8',
    outcome: { kind: 'unexpected', code: 'UnreadableAnswer' },
    requests: 2,
  });

  for (const form of ['empty', 'null', '[]', '"x"', '{}', 'value null', 'value {}']) {
    survives(`an answer without a list is a failure, not "no alerts" (${form})`, {
      fault: `F27 ${form}`,
      outcome: noList,
      row: /the answer is not a list/,
      requests: 1,
    });
  }
  survives('a 204 is a failure, not "no alerts"', {
    fault: 'F27 204',
    outcome: { kind: 'unexpected', status: 204 },
    requests: 1,
  });

  survives(
    'rows that are no alerts are left out and counted',
    { fault: 'F28', outcome: 'healed', row: /250 alerts, 14 rows could not be read/, requests: 2 },
    ({ snapshot }) => expect(snapshot.skipped).toHaveLength(14),
  );
});
