import { expect, it } from 'vitest';
import { entityNames, FactsReader } from './facts.ts';
import { generate } from './generator/generate.ts';

it('names entities by their strong identifiers, folded', () => {
  const machine =
    '/SUBSCRIPTIONS/00000000-0000-0000-0000-000000000001/resourceGroups/A/providers/Microsoft.Compute/virtualMachines/V';
  const names = entityNames([
    { $id: '1', type: 'host', hostName: 'V', azureID: machine },
    { $id: '2', type: 'host', hostName: 'Alone' },
    { $id: '3', type: 'account', name: 'Ann', upnSuffix: 'A.example' },
    { $id: '4', type: 'account', name: 'Ann', upnSuffix: 'a.example', aadUserId: 'ID' },
    { $id: '5', type: 'account', name: 'root' },
    { $id: '6', type: 'ip', address: '203.0.113.7' },
    { $id: '7', type: 'process', processId: '0x1', creationTimeUtc: '2026-03-02T00:00:00Z', host: { $ref: '2' } },
    { $id: '8', type: 'filehash', value: 'AB' },
  ]);
  expect(names).toEqual([
    `resource ${machine.toLowerCase()}`,
    'host alone',
    'account ann@a.example',
    'account id',
    'ip 203.0.113.7',
    'process 0x1 2026-03-02t00:00:00z host alone',
    'hash ab',
  ]);
});

it('reads one entry for each row', () => {
  const reader = new FactsReader();
  for (const { row } of generate({ seed: 1, tier: 'easy', alerts: 50, templates: 'tuning' })) reader.read(row);
  const facts = reader.facts();
  for (const list of Object.values(facts)) expect(list).toHaveLength(50);
  expect(facts.times.every(Number.isFinite)).toBe(true);
});
