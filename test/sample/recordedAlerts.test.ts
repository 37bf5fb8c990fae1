import { beforeAll, describe, expect, it } from 'vitest';
import { allPages, formOf } from './samplePages.ts';
import { differences, shapeOf } from './shape.ts';
import { hasSharedData, missingSharedData, readShared } from './sharedData.ts';
import type { AlertPage, WireAlert } from './samplePages.ts';

/** Places where the sample environment has something that no recording has, each with its reason. */
const unrecorded: readonly { readonly place: RegExp; readonly reason: string }[] = [
  {
    place: /^properties\.(techniques|subTechniques)\b/,
    reason: 'published in 2022-01-01; none of the recorded alerts has them',
  },
  { place: /^properties\.supportingEvidence\b/, reason: 'published in 2022-01-01, form taken from its examples' },
];

describe.skipIf(!hasSharedData)(`recorded alerts (${missingSharedData})`, () => {
  let recordedPage: AlertPage;
  let recordedAlerts: readonly WireAlert[];
  let alerts: readonly WireAlert[];

  beforeAll(async () => {
    recordedPage = readShared('recordings/list_2022-01-01_page1.json') as AlertPage;
    const projected = readShared('incidents/incidents_projected_to_arm.json') as AlertPage;
    const incidents = projected.value.filter(({ properties }) => properties['isIncident'] === true);
    recordedAlerts = [...recordedPage.value, ...incidents];
    alerts = (await allPages()).flatMap(({ value }) => value);
  });

  it('have every key, kind of value and nesting that the sample alerts have, but for the listed places', () => {
    const found = differences(shapeOf(alerts), withObservedEntityKeys(shapeOf(recordedAlerts)));
    expect(found.filter((place) => !unrecorded.some((known) => known.place.test(place)))).toEqual([]);
  });

  it('lack each of the listed places, so the list holds nothing that is not needed', () => {
    const found = differences(shapeOf(alerts), withObservedEntityKeys(shapeOf(recordedAlerts)));
    expect(unrecorded.filter(({ place }) => !found.some((difference) => place.test(difference)))).toEqual([]);
  });

  it('never have a key in all alerts that a sample alert lacks', () => {
    const always = keysInAll(recordedPage.value.map(({ properties }) => properties));
    const lacking = alerts.filter(({ properties }) => always.some((key) => !(key in properties)));
    expect(always.length).toBeGreaterThan(15);
    expect(lacking.map(({ name }) => name)).toEqual([]);
  });

  it('never have a key in all entities of a type that a sample entity of that type lacks', () => {
    const recorded = entitiesByType(recordedAlerts);
    const lacking = [...entitiesByType(alerts)].flatMap(([type, entities]) => {
      const always = keysInAll(recorded.get(type) ?? []);
      return entities.flatMap((entity) => always.filter((key) => !(key in entity)).map((key) => `${type}: ${key}`));
    });
    expect(recorded.get('alerts')?.length).toBeGreaterThan(3);
    expect([...new Set(lacking)]).toEqual([]);
  });

  it('write the keys of an alert in the same order', () => {
    const longest = recordedPage.value
      .map(({ properties }) => Object.keys(properties))
      .sort((a, b) => b.length - a.length)[0];
    const order = longest ?? [];
    for (const { properties } of alerts) {
      const known = Object.keys(properties).filter((key) => order.includes(key));
      expect(known).toEqual(order.filter((key) => known.includes(key)));
    }
  });

  it('name an alert by its start time counted backwards, and a GUID', () => {
    for (const alert of [...recordedPage.value, ...alerts]) {
      const [ticks, guid] = alert.name.split('_');
      expect(ticks).toBe(reverseTicksOf(alert.properties.startTimeUtc));
      expect(guid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(alert.properties['systemAlertId']).toBe(alert.name);
    }
  });

  it('have ids and portal links of the same forms', () => {
    const forms = (of: readonly WireAlert[]): ReadonlySet<string> =>
      new Set(of.flatMap(({ id, type, properties }) => [formOf(id), type, formOf(properties.alertUri)]));
    expect([...forms(alerts)].sort()).toEqual([...forms(recordedPage.value)].sort());
  });
});

/** Adds the keys of entities that were counted over recordings of which only the count was kept. */
function withObservedEntityKeys(shape: ReturnType<typeof shapeOf>): ReturnType<typeof shapeOf> {
  const observed = readShared('recordings/entity_types_observed.json') as {
    types: Record<string, { example: object }>;
  };
  const examples = Object.values(observed.types).map(({ example }) => example);
  return new Map([...shapeOf([{ properties: { entities: examples } }]), ...shape]);
}

function keysInAll(objects: readonly object[]): readonly string[] {
  const [first, ...others] = objects.map((object) => Object.keys(object));
  return (first ?? []).filter((key) => others.every((keys) => keys.includes(key)));
}

function entitiesByType(alerts: readonly WireAlert[]): ReadonlyMap<string, readonly object[]> {
  const entities = alerts.flatMap(
    ({ properties }) => (properties['entities'] ?? []) as readonly { readonly type: string }[],
  );
  return Map.groupBy(entities, ({ type }) => type);
}

function reverseTicksOf(time: string): string {
  const [seconds = '', fraction = ''] = time.replace('Z', '').split('.');
  const ticks =
    BigInt(Date.parse(`${seconds}Z`)) * 10_000n + BigInt(fraction.padEnd(7, '0')) + 621_355_968_000_000_000n;
  return String(3_155_378_975_999_999_999n - ticks);
}
