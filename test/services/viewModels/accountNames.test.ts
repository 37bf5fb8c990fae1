import { describe, expect, it } from 'vitest';
import { accountNames, thingName, withAccountNames } from '../../../src/services/viewModels/accountNames.ts';
import { anAlert, anEntity } from '../../builders/alert.ts';
import { aPerson, directoryId } from '../../builders/correlationWorld.ts';
import { hostileTexts, invisible } from '../../builders/hostileText.ts';

const sid = 'S-1-5-21-2733413725-1104';
const names = accountNames([
  anAlert({
    entities: [
      aPerson(1, { displayName: 'Build agent', name: 'sp-build' }),
      aPerson(2),
      anEntity({ type: 'account', sid, name: 'depotadmin' }),
      anEntity({ type: 'cloud-application', appId: directoryId(3).toUpperCase(), name: 'Mail sync' }),
    ],
  }),
  anAlert({ called: 'b', entities: [aPerson(1, { name: 'another word for it' })] }),
]);

describe('the names of accounts', () => {
  it('are those that an alert gives to an id, a display name before others, the first that is given', () =>
    expect([...names]).toEqual([
      [directoryId(1), 'Build agent'],
      [sid.toLowerCase(), 'depotadmin'],
      [directoryId(3), 'Mail sync'],
    ]));

  it('stand for an account that is known by its id, and change nothing else', () => {
    expect(thingName({ kind: 'account', key: directoryId(1) }, names)).toBe('Build agent');
    expect(thingName({ kind: 'account', key: sid.toLowerCase() }, names)).toBe('depotadmin');
    expect(thingName({ kind: 'account', key: 'night@contoso.example' }, names)).toBe('night@contoso.example');
    expect(thingName({ kind: 'domain', key: directoryId(1) }, names)).toBe(directoryId(1));
  });

  it('are the beginning of a directory id that no alert names', () =>
    expect(thingName({ kind: 'account', key: directoryId(2) }, names)).toBe('aaaaaaaa…'));

  it('stand in a sentence where correlation wrote the id', () => {
    const sentence = (id: string): string => `connected by the service principal ${id}, and the resource ${id}.`;
    expect(withAccountNames(sentence(directoryId(1)), names)).toBe(
      `connected by the service principal Build agent, and the resource ${directoryId(1)}.`,
    );
    expect(withAccountNames(`the account ${sid.toLowerCase()} and`, names)).toBe('the account depotadmin and');
  });

  it.each(hostileTexts)('are display text, also %j', (text) => {
    const hostile = accountNames([anAlert({ entities: [aPerson(1, { name: text })] })]);
    expect(thingName({ kind: 'account', key: directoryId(1) }, hostile)).not.toMatch(invisible);
  });
});
