import { describe, expect, it } from 'vitest';
import { foldEpisodes } from '../../../src/domain/correlation/episodes.ts';
import type { Alert } from '../../../src/domain/alert.ts';
import { hour, minute, noon, virtualMachine } from '../../builders/alert.ts';
import { anAddress, at, columnsOf } from '../../builders/correlationWorld.ts';

/** The episode of each alert, in the order of their times. */
function episodeOf(...alerts: readonly Alert[]): readonly number[] {
  return [...foldEpisodes(columnsOf(alerts)).of];
}

describe('alerts of one detector about the same things', () => {
  it('are one episode while no pause is longer than an hour', () =>
    expect(
      episodeOf(at(noon, 'a'), at(noon + hour, 'b'), at(noon + 2 * hour, 'c'), at(noon + 3 * hour + minute, 'd')),
    ).toEqual([0, 0, 0, 1]));

  it('are one episode when the pause after the end is short, however long the first one lasts', () => {
    const lasting = at(noon, 'a', { endTime: noon + 5 * hour });
    expect(episodeOf(lasting, at(noon + hour, 'b'), at(noon + 6 * hour, 'c'))).toEqual([0, 0, 0]);
  });

  it('are two episodes at different times, also with others between', () =>
    expect(episodeOf(at(noon, 'a'), at(noon + minute, 'x', { alertType: 'X' }), at(noon + 2 * minute, 'b'))).toEqual([
      0, 1, 0,
    ]));

  it('give the episode their span, worst severity and all their stages', () => {
    const episodes = foldEpisodes(
      columnsOf([
        at(noon, 'a', { severity: 'Low', intent: 'InitialAccess' }),
        at(noon + minute, 'b', { severity: 'High', intent: 'Impact', endTime: noon + hour }),
      ]),
    );
    expect(episodes.size).toBe(1);
    expect([episodes.start[0], episodes.end[0]]).toEqual([noon, noon + hour]);
    expect([episodes.severity[0], episodes.bands[0], episodes.firstRow[0]]).toEqual([4, 0b100010, 0]);
  });

  it('are never folded where they name nothing, have no time, or are of two tenants', () => {
    const { startTime, endTime, ...timeless } = at(noon, 'a');
    expect([startTime, endTime]).toEqual([noon, noon]);
    expect(episodeOf(at(noon, 'a', { on: [] }), at(noon, 'b', { on: [] }))).toEqual([0, 1]);
    expect(episodeOf(timeless, { ...timeless, key: 'b' })).toEqual([0, 1]);
    expect(episodeOf(at(noon, 'a', { tenantId: 't1' }), at(noon, 'b', { tenantId: 't2' }))).toEqual([0, 1]);
  });
});

describe('alerts that differ in what they name', () => {
  it('are episodes of their own', () => {
    const other = at(noon, 'b', { on: [virtualMachine('web-2')] });
    const more = at(noon, 'c', { entities: [anAddress('203.0.113.7')] });
    expect(episodeOf(at(noon, 'a'), other, more)).toEqual([0, 1, 2]);
  });

  it('are told apart by what they name and not by its order', () => {
    const [web, database] = [virtualMachine('web-1'), virtualMachine('db-1')];
    expect(episodeOf(at(noon, 'a', { on: [web, database] }), at(noon, 'b', { on: [database, web] }))).toEqual([0, 0]);
  });
});
