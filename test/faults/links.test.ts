import { describe, expect } from 'vitest';
import { faulty } from './faultWorld.ts';
import { faultTrials, snapshotOf } from './trial.ts';

const { survives } = faultTrials();

describe('links to further pages', () => {
  const foreign = { kind: 'unexpected', code: 'ForeignLink' } as const;
  const strange = /unexpected link in the answer/;

  survives('a nextLink to another https host is refused before a connection is made', {
    fault: 'F14',
    outcome: foreign,
    row: strange,
    requests: 1,
  });

  for (const form of ['http', 'host after @', 'host as a prefix', 'user and password', 'other port', 'look-alike']) {
    survives(`a nextLink that only looks like Azure is refused (${form})`, {
      fault: `F15 ${form}`,
      outcome: foreign,
      row: strange,
      requests: 1,
    });
  }

  for (const status of [302, 307, 308]) {
    survives(`a ${String(status)} to another host is not followed`, {
      fault: `F16 ${String(status)} away`,
      outcome: { kind: 'unexpected', code: 'Redirected', status },
      row: /redirected to another address/,
      requests: 1,
    });
  }
  survives(
    'a 307 on the same host is followed, with the token',
    { fault: 'F16 307 here', outcome: 'healed', requests: 3 },
    ({ snapshot }) => expect(snapshot.alerts).toHaveLength(250),
  );
  survives('redirects in a circle end', {
    fault: 'F16 307 in a circle',
    outcome: { kind: 'unexpected', code: 'Redirected' },
    requests: 3,
  });

  for (const [form, requests] of [
    ['to itself', 2],
    ['to and fro', 3],
    ['round three', 4],
  ] as const) {
    survives(`empty pages that lead in a circle end at the first repeat (${form})`, {
      fault: `F17 ${form}`,
      outcome: { kind: 'unexpected', code: 'PagingLoop' },
      row: /paging did not end/,
      requests,
    });
  }

  survives('a listing of more than a thousand pages ends, and takes the place of nothing', {
    fault: 'F18',
    outcome: { kind: 'unexpected', code: 'TooManyPages' },
    row: /paging did not end/,
    requests: 1_000,
    within: 30_000,
  });

  survives(
    'alerts of a page that comes twice are listed once',
    { fault: 'F19 page twice', outcome: 'healed', requests: 2 },
    ({ snapshot }) => expect(snapshot.alerts.length).toBe(200),
  );
  survives(
    'an alert whose id comes in other letters is the same alert',
    { fault: 'F19 other case', outcome: 'healed', requests: 2 },
    ({ snapshot, before }) => expect(snapshot.alerts).toHaveLength(snapshotOf(before, faulty).alerts.length),
  );

  survives(
    'a relative link is followed on the host that sent it',
    { fault: 'F20 relative', outcome: 'healed', requests: 2 },
    ({ snapshot }) => expect(snapshot.alerts).toHaveLength(250),
  );
  survives('an empty link ends the listing', { fault: 'F20 empty', outcome: 'healed', requests: 1 });
  survives('a link that is null ends the listing', { fault: 'F20 null', outcome: 'healed', requests: 1 });
  for (const form of ['a number', 'an object']) {
    survives(`a link that is ${form} is no list`, {
      fault: `F20 ${form}`,
      outcome: { kind: 'unexpected', code: 'BadEnvelope' },
      row: /the answer is not a list/,
      requests: 1,
    });
  }
});
