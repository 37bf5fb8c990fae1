import { expect, it } from 'vitest';
import { minute, noon, virtualMachine } from '../../../builders/alert.ts';
import { anAddress, at, worldOf } from '../../../builders/correlationWorld.ts';

it('a timeline lists the episodes of one thing, the earliest first', () => {
  const address = anAddress('203.0.113.7');
  const { timelines, evidence } = worldOf([
    at(noon + 2 * minute, 'third', { alertType: 'C', entities: [address] }),
    at(noon, 'first', { alertType: 'A', entities: [address], on: [] }),
    at(noon + minute, 'second', { alertType: 'B' }),
  ]);
  const line = (number: number): readonly number[] => [
    ...timelines.episodes.subarray(timelines.from[number], timelines.from[number + 1]),
  ];
  expect(line(evidence('address', '203.0.113.7'))).toEqual([0, 2]);
  expect(line(evidence('resource', virtualMachine('web-1').toLowerCase()))).toEqual([1, 2]);
});
