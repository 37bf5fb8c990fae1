import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  noIdentities,
  type IncidentIdentities,
} from '../../../../src/domain/correlation/identity/incidentIdentities.ts';
import { readIdentities, storedIdentities } from '../../../../src/domain/correlation/identity/storedIdentities.ts';

function overRestart(identities: IncidentIdentities): IncidentIdentities {
  return readIdentities(JSON.parse(JSON.stringify(storedIdentities(identities))));
}

it('what was stored is read back, an incident without times among it', () => {
  const identities: IncidentIdentities = {
    known: [
      { id: 'local:a', since: Infinity, anchors: ['a'] },
      { id: 'local:b', since: 5, anchors: ['b', 'c'] },
    ],
    formerIds: new Map([['local:c', 'local:b']]),
  };
  expect(overRestart(identities)).toEqual(identities);
});

it('the thousand seen last are kept', () => {
  const known = Array.from({ length: 1_001 }, (_, n) => ({ id: `local:${String(n)}`, since: n, anchors: [String(n)] }));
  expect(overRestart({ known, formerIds: new Map() }).known).toEqual(known.slice(1));
});

it('ids too long for a panel are not kept', () => {
  const long = 'x'.repeat(400);
  const known = [{ id: `local:${long}`, since: 1, anchors: [long] }];
  expect(overRestart({ known, formerIds: new Map([[long, 'local:a']]) })).toEqual(noIdentities);
});

it('anything else that is stored under the name is nothing', () => {
  expect(readIdentities(undefined)).toEqual(noIdentities);
  expect(readIdentities({ version: 2, known: [['local:a', 1, 'a']] })).toEqual(noIdentities);
  expect(readIdentities({ version: 1, known: [['local:a', 'soon', 'a'], null, ['local:b', 1, 7]] })).toEqual(
    noIdentities,
  );
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (known, formerIds) => {
      const read = readIdentities({ version: 1, known, formerIds });
      expect(overRestart(read)).toEqual(read);
    }),
  );
});
