import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.ts';
import { stopEntryOf } from '../../../src/services/viewModels/stopEntryOf.ts';
import { anEntity, virtualMachine } from '../../builders/alert.ts';
import { directoryId } from '../../builders/correlationWorld.ts';

const entryOf = (properties: JsonObject): unknown => stopEntryOf(anEntity(properties));

describe('what of an entity goes onto a stop list', () => {
  it('is its address', () =>
    expect(entryOf({ type: 'ip', address: '::ffff:203.0.113.7' })).toEqual({
      part: 'addresses',
      entry: '203.0.113.7',
    }));

  it('is the account’s name that people know, before its id', () => {
    const account = { type: 'account', aadUserId: directoryId(1) };
    expect(entryOf({ ...account, name: 'Glass', upnSuffix: 'contoso.example' })).toEqual({
      part: 'accounts',
      entry: 'glass@contoso.example',
    });
    expect(entryOf(account)).toEqual({ part: 'accounts', entry: directoryId(1) });
    expect(entryOf({ type: 'account', name: 'svc-backup' })).toEqual({ part: 'accounts', entry: 'svc-backup' });
  });

  it('is the host’s resource, or else its name', () => {
    const azureID = virtualMachine('Scanner');
    expect(entryOf({ type: 'host', hostName: 'scanner-01', azureID })).toEqual({
      part: 'resources',
      entry: azureID.toLowerCase(),
    });
    expect(entryOf({ type: 'host', hostName: 'Scanner-01' })).toEqual({ part: 'resources', entry: 'scanner-01' });
  });

  it.each([
    [{ type: 'account', name: 'root' }],
    [{ type: 'ip', address: 'nowhere' }],
    [{ type: 'ip' }],
    [{ type: 'process', processId: '7' }],
  ])('is nothing for what every machine has, and for what no list takes: %o', (properties) =>
    expect(entryOf(properties)).toBeUndefined(),
  );
});
