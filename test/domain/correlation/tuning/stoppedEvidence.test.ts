import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import { readStopList } from '../../../../src/domain/correlation/tuning/stopList.ts';
import { stoppedEvidence } from '../../../../src/domain/correlation/tuning/stoppedEvidence.ts';
import { anEntity, noon, subscriptionA, virtualMachine } from '../../../builders/alert.ts';
import { anAddress, aPerson, at, columnsOf, directoryId } from '../../../builders/correlationWorld.ts';

const nothing = { addresses: [], accounts: [], resources: [] };
type Lists = Parameters<typeof readStopList>[0];

/** The keys that a stop list stops in some alerts. */
function stoppedIn(alerts: readonly Alert[], lists: Partial<Lists>): readonly string[] {
  const columns = columnsOf(alerts);
  return [...stoppedEvidence(columns, readStopList({ ...nothing, ...lists }).stopList)].map((e) =>
    columns.table.key(e),
  );
}

const host = anEntity({ type: 'host', hostName: 'Scanner-01', azureID: virtualMachine('vm-7') });
const alert = at(noon, 'one', {
  on: [virtualMachine('web-1')],
  entities: [
    anAddress('203.0.113.7'),
    anAddress('10.1.2.3'),
    anAddress('2001:db8::5'),
    aPerson(1, { name: 'glass', upnSuffix: 'contoso.example' }),
    anEntity({ type: 'account', name: 'svc-backup' }),
    host,
  ],
});

describe('what a stop list stops', () => {
  it('is nothing for an empty list', () => expect(stoppedIn([alert], {})).toEqual([]));

  it.each([
    ['an address', ['203.0.113.7'], ['203.0.113.7']],
    ['a range', ['203.0.113.0/24'], ['203.0.113.7']],
    ['a range of the other family only', ['2001:db8::/32'], ['2001:db8::5']],
    ['a private address, wherever it is', ['10.0.0.0/8'], [`10.1.2.3 in ${virtualMachine('web-1').toLowerCase()}`]],
    ['nothing where the range is elsewhere', ['198.51.100.0/24'], []],
  ])('%s', (_, addresses, stopped) => expect(stoppedIn([alert], { addresses })).toEqual(stopped));

  it.each([['glass@contoso.example'], [directoryId(1)]])('an account by any of its names: %s', (name) =>
    expect(stoppedIn([alert], { accounts: [name] })).toEqual(['glass@contoso.example']),
  );

  it('an account by its bare name on any host', () =>
    expect(stoppedIn([alert], { accounts: ['SVC-Backup'] })).toEqual([
      `svc-backup on ${virtualMachine('web-1').toLowerCase()}`,
    ]));

  it.each([['vm-7'], ['scanner-01'], [virtualMachine('VM-7')]])('a resource by id, name or host name: %s', (name) =>
    expect(stoppedIn([alert], { resources: [name] })).toEqual([virtualMachine('vm-7').toLowerCase()]),
  );

  it('all that is inside a resource group', () =>
    expect(stoppedIn([alert], { resources: [`/subscriptions/${subscriptionA}/resourceGroups/SHOP`] })).toHaveLength(2));

  it('no other resource whose id begins alike', () =>
    expect(stoppedIn([alert], { resources: [virtualMachine('web')] })).toEqual([]));
});
