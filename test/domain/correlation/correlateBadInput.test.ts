import { describe, expect, it } from 'vitest';
import { correlate } from '../../../src/domain/correlation/correlate.ts';
import { correlateColumns } from '../../../src/domain/correlation/correlateColumns.ts';
import { candidateLinks } from '../../../src/domain/correlation/links/candidateLinks.ts';
import type { Alert } from '../../../src/domain/alert.ts';
import type { Incident } from '../../../src/domain/incident.ts';
import { memberKeys } from '../../../src/domain/incident.ts';
import { parseTime } from '../../../src/domain/time.ts';
import {
  aMemberEntity,
  anEntity,
  aServiceIncident,
  day,
  hour,
  minute,
  noon,
  virtualMachine,
} from '../../builders/alert.ts';
import { aHash, anAddress, at, columnsOf } from '../../builders/correlationWorld.ts';

const attacker = { entities: [anAddress('203.0.113.7')] };

/** Two steps of one attack, which must be found whatever stands beside them. */
const [entry, impact] = [
  at(noon, 'entry', { alertType: 'Entry', on: [virtualMachine('a')], intent: 'InitialAccess', ...attacker }),
  at(noon + hour, 'impact', { alertType: 'Impact', on: [virtualMachine('b')], intent: 'Impact', ...attacker }),
];

function incidentWith(alert: Alert, all: readonly Alert[]): Incident | undefined {
  return correlate(all).incidents.find((incident) => memberKeys(incident).includes(alert.key));
}

describe('a hundred thousand alerts that share one entity', () => {
  // About a second; more on a machine that is busy elsewhere.
  it('make it common property: they give no link, and no group', { timeout: 60_000 }, () => {
    const plain = at(noon, 'plain', { on: [] });
    const alerts = Array.from({ length: 100_000 }, (_, index) => ({
      ...plain,
      key: String(index),
      alertType: `T${String(index % 50)}`,
      startTime: noon + index * 30_000,
      endTime: noon + index * 30_000,
      // A thing of their own beside the shared one, so that none is taken for a repeat of another.
      entities: [...attacker.entities, { type: 'filehash', properties: { value: String(index) } }],
    }));
    const { context, timelines, grouping } = correlateColumns(columnsOf(alerts));
    expect(context.episodes.size).toBe(100_000);
    expect(candidateLinks(context, timelines).size).toBe(0);
    expect(grouping.joinedBy).toEqual([]);
  });
});

describe('one alert with ten thousand entities', () => {
  it('is read up to a bound, and takes nothing away from others', () => {
    const entities = Array.from({ length: 10_000 }, (_, index) => aHash(`h${String(index)}`));
    const crowded = at(noon + day, 'crowded', { alertType: 'Crowded', on: [virtualMachine('c')], entities });
    const { evidence } = columnsOf([crowded]);
    expect(evidence.length).toBeLessThanOrEqual(2_001);
    expect(memberKeys(incidentWith(entry, [entry, impact, crowded])!)).toEqual([entry.key, impact.key]);
  });
});

describe('times', () => {
  it('before Azure are no times, and those of the far future are', () => {
    expect([parseTime('1969-12-31T23:59:59Z'), parseTime('0001-01-01T00:00:00Z')]).toEqual([undefined, undefined]);
    expect(parseTime('2150-01-01T00:00:00Z')).toBe(Date.UTC(2150, 0, 1));
  });

  it('in the future neither tear an attack apart nor join it', () => {
    const future = at(Date.UTC(2150, 0, 1), 'future', { alertType: 'Later', on: [virtualMachine('c')], ...attacker });
    expect(memberKeys(incidentWith(entry, [entry, impact, future])!)).toEqual([entry.key, impact.key]);
  });

  it('that lie before the beginning are taken for the beginning', () => {
    const backwards = { ...entry, endTime: noon - 400 * day };
    expect(incidentWith(entry, [backwards, impact])?.links[0]?.gap).toBe(hour);
  });

  it('that are missing keep an alert out of our incidents, and in those of the service', () => {
    const { startTime, endTime, ...timeless } = impact;
    expect([startTime, endTime]).toEqual([noon + hour, noon + hour]);
    expect(correlate([entry, timeless]).incidents).toEqual([]);
    const declared = aServiceIncident('case', [aMemberEntity([entry.key, timeless.key])]);
    const incident = incidentWith(entry, [entry, timeless, declared])!;
    expect(memberKeys(incident)).toEqual([entry.key, timeless.key]);
    expect(incident.links.map(({ gap, probability }) => [gap, probability > 0])).toEqual([[0, true]]);
    expect(incident.sentence).toMatch(/^2 alerts within a minute that Defender for Cloud put together/);
  });

  it('that are missing of one member do not hide how long the others lasted', () => {
    const { startTime, endTime, ...timeless } = at(noon, 'timeless', { alertType: 'Timeless' });
    expect(startTime).toBe(endTime);
    const declared = aServiceIncident('case', [aMemberEntity([entry.key, impact.key, timeless.key])]);
    expect(incidentWith(entry, [entry, impact, timeless, declared])?.sentence).toMatch(/^3 alerts within 60 minutes/);
  });
});

describe('incidents of the service', () => {
  const members = aMemberEntity([entry.key, impact.key]);

  it('that list themselves, or each other, are no members of themselves', () => {
    const one = aServiceIncident('one', [
      members,
      aMemberEntity(['2517000000000000000_one', '2517000000000000000_two']),
    ]);
    const two = aServiceIncident('two', [aMemberEntity(['2517000000000000000_one', '2517000000000000000_two'])]);
    const { incidents } = correlate([entry, impact, one, two]);
    expect(incidents.map(({ id }) => id).sort()).toEqual([one.key, two.key]);
    for (const incident of incidents) expect(memberKeys(incident)).not.toContain(incident.id);
  });

  it('that claim the same alerts are both shown with them; one of them takes what correlation adds', () => {
    const more = at(noon + 2 * hour, 'more', { alertType: 'More', on: [virtualMachine('c')], ...attacker });
    const [one, two] = [aServiceIncident('one', [members]), aServiceIncident('two', [members])];
    const { incidents, incidentsOf } = correlate([two, more, entry, one, impact]);
    expect(incidentsOf.get(entry.key)?.toSorted()).toEqual([one.key, two.key]);
    expect(incidentsOf.get(more.key)).toEqual([one.key]);
    expect(new Map(incidents.map(({ id, origin }) => [id, origin]))).toEqual(
      new Map([
        [one.key, 'mixed'],
        [two.key, 'service'],
      ]),
    );
  });

  it('that name nothing in the list are shown, and say so', () => {
    const { incidents } = correlate([aServiceIncident('case', [aMemberEntity(['gone'])]), entry]);
    expect(incidents.map(({ sentence, links }) => [sentence, links])).toEqual([
      ['Defender for Cloud put it together; none of its alerts is in the list.', []],
    ]);
  });
});

describe('an entity key of a megabyte', () => {
  const long = 'x'.repeat(1_000_000);

  it('connects like any other, and is kept short', () => {
    const dropped = { entities: [aHash(long)] };
    const columns = columnsOf([
      { ...entry, ...dropped },
      { ...impact, ...dropped },
    ]);
    expect(Array.from({ length: columns.table.size }, (_, number) => columns.table.key(number).length)).not.toContain(
      long.length,
    );
    expect(
      incidentWith(entry, [
        { ...entry, ...dropped },
        { ...impact, ...dropped },
      ])?.links,
    ).toHaveLength(1);
  });

  it('never reaches a title or a sentence whole', () => {
    const named = { on: [], entities: [anEntity({ type: 'cloud-application', appId: long })] };
    const incident = incidentWith(entry, [
      at(noon, 'entry', { ...named }),
      at(noon + minute, 'x', { alertType: 'X', ...named }),
    ])!;
    expect(incident.title.length + incident.sentence.length).toBeLessThan(400);
  });
});
