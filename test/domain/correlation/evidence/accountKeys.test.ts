import { describe, expect, it } from 'vitest';
import { accountKeys, isGenericAccount } from '../../../../src/domain/correlation/evidence/accountKeys.ts';
import { directoryId } from '../../../builders/correlationWorld.ts';

const sid = 'S-1-5-21-1004336348-1177238915-682003330';

describe('accountKeys', () => {
  it('names the identities of an account from the strongest to the weakest, folded', () => {
    const account = {
      aadUserId: directoryId(1).toUpperCase(),
      sid: `${sid}-1104`,
      name: 'Night',
      upnSuffix: 'Contoso.example',
      ntDomain: 'CONTOSO',
    };
    expect(accountKeys(account, 'web-1')).toEqual([
      directoryId(1),
      `${sid.toLowerCase()}-1104`,
      'night@contoso.example',
      'contoso\\night',
    ]);
  });

  it('takes two ids of the directory for aliases, and one id in two properties for one', () => {
    expect(accountKeys({ aadUserId: directoryId(1), objectGuid: directoryId(2) }, undefined)).toEqual([
      directoryId(1),
      directoryId(2),
    ]);
    expect(accountKeys({ aadUserId: directoryId(1), objectGuid: directoryId(1) }, undefined)).toHaveLength(1);
  });

  it('reads a user principal name that is written as the name', () =>
    expect(accountKeys({ name: 'night@contoso.example' }, 'web-1')).toEqual(['night@contoso.example']));

  it('keys a bare name by its host: "deploy" on two machines is two accounts', () => {
    expect(accountKeys({ name: 'Deploy' }, 'web-1')).toEqual(['deploy on web-1']);
    expect(accountKeys({ name: 'deploy', ntDomain: 'WORKGROUP' }, 'web-2')).toEqual(['deploy on web-2']);
    expect(accountKeys({ name: 'deploy' }, undefined)).toEqual([]);
  });

  it.each(['root', 'Administrator', 'SYSTEM', 'NT AUTHORITY\\SYSTEM', 'www-data', ' guest ', 'n/a', ''])(
    'drops the name %j, which every machine has',
    (name) => {
      expect(isGenericAccount(name)).toBe(true);
      expect(accountKeys({ name, ntDomain: 'contoso' }, 'web-1')).toEqual([]);
    },
  );

  it('keeps the directory id of an account with a generic name', () =>
    expect(accountKeys({ aadUserId: directoryId(1), name: 'admin' }, 'web-1')).toEqual([directoryId(1)]));

  it.each([
    ['S-1-5-18', 'the system itself'],
    ['S-1-5-32-544', 'the group of administrators'],
    ['S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464', 'a service, by its name'],
    ['S-1-5-82-3006700770-424185619-1745488364-794895919-4004696415', 'the default pool of a web server'],
    ['S-1-5-90-0-1', 'the window manager'],
    [`${sid}-500`, 'the built-in administrator'],
    [`${sid}-501`, 'the guest'],
  ])('drops %s (%s): every machine has it', (builtIn) => {
    expect(accountKeys({ sid: builtIn }, 'web-1')).toEqual([]);
  });

  it('keeps the identifiers that a domain or the directory gave out', () => {
    expect(accountKeys({ sid: `${sid}-1500` }, undefined)).toEqual([`${sid.toLowerCase()}-1500`]);
    expect(accountKeys({ sid: 'S-1-12-1-1-2-3-4' }, undefined)).toEqual(['s-1-12-1-1-2-3-4']);
  });

  it.each(['IIS APPPOOL', 'NT SERVICE', 'NT AUTHORITY', 'Window Manager'])(
    'scopes a name in %s by its host: that domain exists on every machine',
    (ntDomain) =>
      expect(accountKeys({ name: 'DefaultAppPool', ntDomain }, 'web-1')).toEqual(['defaultapppool on web-1']),
  );

  it('drops the empty directory id', () =>
    expect(accountKeys({ aadUserId: '00000000-0000-0000-0000-000000000000' }, 'web-1')).toEqual([]));

  it('finds nothing in properties of wrong types', () =>
    expect(accountKeys({ aadUserId: 7, sid: null, name: ['x'], upnSuffix: {} }, 'web-1')).toEqual([]));
});
