import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleClient } from './sampleClient.ts';
import { hasSharedData, missingSharedData, readShared } from './sharedData.ts';
import { differences, shapeOf } from './shape.ts';
import type { ArmResponse } from '../../src/sample/index.ts';

interface Alert {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>> & { readonly startTimeUtc: string; readonly alertUri: string };
}

interface Page {
  readonly value: readonly Alert[];
  readonly nextLink?: string;
}

interface Exchange {
  readonly method: string;
  readonly uri: string;
  readonly status: { readonly code: number };
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

/** Places where the sample environment has something that no recording has, each with its reason. */
const unrecorded: readonly { readonly place: RegExp; readonly reason: string }[] = [
  {
    place: /^properties\.(techniques|subTechniques)\b/,
    reason: 'published in 2022-01-01; none of the recorded alerts has them',
  },
  { place: /^properties\.supportingEvidence\b/, reason: 'published in 2022-01-01, form taken from its examples' },
];

/** Headers that only one side has, each with its reason. */
const headersApart: Readonly<Record<string, string>> = {
  'transfer-encoding': 'belongs to the connection; the recorder wrote it beside content-length',
};

const listPath = (subscriptionId: string): string =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.Security/alerts?api-version=2022-01-01`;

describe.skipIf(!hasSharedData)(`recorded answers (${missingSharedData})`, () => {
  let recordedPage: Page;
  let recordedAlerts: readonly Alert[];
  let exchanges: readonly Exchange[];
  let pages: readonly Page[];
  let alerts: readonly Alert[];

  beforeAll(async () => {
    recordedPage = readShared('recordings/list_2022-01-01_page1.json') as Page;
    exchanges = [
      ...(readShared('recordings/interactions_2022-01-01.json') as readonly Exchange[]),
      ...(readShared('recordings/interactions_suppressionRules.json') as readonly Exchange[]),
    ];
    const projected = readShared('incidents/incidents_projected_to_arm.json') as Page;
    const incidents = projected.value.filter(({ properties }) => properties['isIncident'] === true);
    recordedAlerts = [...recordedPage.value, ...incidents];
    pages = await allPages();
    alerts = pages.flatMap(({ value }) => value);
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
    const forms = (of: readonly Alert[]): ReadonlySet<string> =>
      new Set(of.flatMap(({ id, type, properties }) => [formOf(id), type, formOf(properties.alertUri)]));
    expect([...forms(alerts)].sort()).toEqual([...forms(recordedPage.value)].sort());
  });

  it('number their parts per region and page, and refer only within an alert', () => {
    for (const page of [recordedPage, ...pages]) {
      const next = new Map<string, number>();
      for (const alert of page.value) {
        const region = regionOf(alert);
        const ids = textsOf(alert, '$id');
        for (const id of ids) {
          next.set(region, (next.get(region) ?? 0) + 1);
          expect(id).toBe(`${region}_${String(next.get(region))}`);
        }
        expect(textsOf(alert, '$ref').filter((reference) => !ids.includes(reference))).toEqual([]);
      }
    }
  });

  it('page by up to 100 alerts of each region, newest first within the region', () => {
    const sizes = (page: Page): readonly number[] =>
      Object.values(Object.groupBy(page.value, regionOf)).map((of) => of?.length ?? 0);
    const [first, second] = pages.filter(({ value }) => value.some(({ id }) => id.includes('depot')));
    expect(sizes(recordedPage)).toEqual([100, 67]);
    expect(sizes(first as Page)).toEqual([100, 82]);
    expect(sizes(second as Page)).toEqual([68]);
    for (const page of [recordedPage, ...pages]) {
      for (const names of Object.values(Object.groupBy(page.value, regionOf)).map((of) =>
        (of ?? []).map(({ name }) => name),
      )) {
        expect(names).toEqual([...names].sort());
      }
    }
  });

  it('lead to the next page by a link of the same form', () => {
    const links = [recordedPage, ...pages].flatMap(({ nextLink }) => nextLink ?? []);
    expect(links).toHaveLength(2);
    const [recorded, own] = links.map(tokenFormOf);
    expect(own).toEqual(recorded);
  });

  it('answer with the same headers', async () => {
    const differing = (await exchangesLikeRecorded(exchanges)).flatMap(({ exchange, response }) => {
      const recorded = Object.keys(exchange.headers);
      const own = Object.keys(response.headers);
      const apart = [
        ...recorded.filter((name) => !own.includes(name)),
        ...own.filter((name) => !recorded.includes(name)),
      ];
      return apart
        .filter((name) => !(name in headersApart))
        .map((name) => `${exchange.method} ${exchange.uri}: ${name}`);
    });
    expect(differing).toEqual([]);
  });

  it('say the same in the headers that never change', async () => {
    const fixed = [
      'cache-control',
      'content-type',
      'expires',
      'pragma',
      'server',
      'strict-transport-security',
      'vary',
      'x-content-type-options',
    ];
    for (const { exchange, response } of await exchangesLikeRecorded(exchanges)) {
      expect(response.status).toBe(exchange.status.code);
      for (const name of fixed) expect(response.headers[name], name).toBe(exchange.headers[name]?.[0]);
    }
  });

  it('describe a suppression rule and its absence in the same keys', async () => {
    for (const { exchange, response } of await exchangesLikeRecorded(exchanges)) {
      if (!exchange.uri.includes('alertsSuppressionRules') || response.body === '') continue;
      expect(differences(shapeOf([JSON.parse(response.body)]), shapeOf([JSON.parse(exchange.body)]))).toEqual([]);
    }
  });
});

async function allPages(): Promise<readonly Page[]> {
  const client = sampleClient();
  const { value } = await client.getJson<{ value: readonly { subscriptionId: string }[] }>(
    '/subscriptions?api-version=2022-12-01',
  );
  const pages: Page[] = [];
  for (const { subscriptionId } of value) {
    let next: string | undefined = listPath(subscriptionId);
    while (next !== undefined) {
      const response = await client.send('GET', next);
      const page: Page | undefined = response.status === 200 ? (JSON.parse(response.body) as Page) : undefined;
      if (page !== undefined) pages.push(page);
      next = page?.nextLink;
    }
  }
  return pages;
}

/** Sends what the recordings sent, on an alert of ours in place of theirs. */
async function exchangesLikeRecorded(
  exchanges: readonly Exchange[],
): Promise<readonly { exchange: Exchange; response: ArmResponse }[]> {
  const client = sampleClient();
  const [fleet] = (await allPages()).filter(({ nextLink }) => nextLink !== undefined);
  const alert = fleet?.value[0];
  if (alert === undefined) throw new Error('no alert to stand for the recorded one');
  const [, subscription = ''] = /^(\/subscriptions\/[^/]+)/.exec(alert.id) ?? [];
  const answered: { exchange: Exchange; response: ArmResponse }[] = [];
  for (const exchange of exchanges) {
    const path = exchange.uri
      .replace(/^https:\/\/management\.azure\.com\/subscriptions\/[^/]+/, subscription)
      .replace(/\/resourceGroups\/[^/]+/, /\/resourceGroups\/[^/]+/.exec(alert.id)?.[0] ?? '')
      .replace(/locations\/centralus\/alerts\/[^/?]+/, `locations/${regionOf(alert)}/alerts/${alert.name}`)
      .replace(/&\$skiptoken=.*$/, new URL(fleet?.nextLink ?? '').search.replace(/^[^&]*/, ''));
    const body: unknown =
      exchange.method === 'PUT' ? JSON.parse((exchange as { reqBody?: string }).reqBody ?? '') : undefined;
    answered.push({ exchange, response: await client.send(exchange.method, path, body) });
  }
  return answered;
}

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

function entitiesByType(alerts: readonly Alert[]): ReadonlyMap<string, readonly object[]> {
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

function formOf(text: string): string {
  return text
    .replaceAll(/\d{19}_[0-9a-f-]{36}/g, '{name}')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '{guid}')
    .replaceAll(/(resourceGroups?)\/[^/]+/g, '$1/{group}')
    .replaceAll(/(locations?)\/[^/]+/g, '$1/{region}');
}

function regionOf({ id }: Alert): string {
  return /\/locations\/([^/]+)/.exec(id)?.[1] ?? '';
}

function textsOf(value: unknown, key: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === key ? [String(inner)] : textsOf(inner, key)));
}

function tokenFormOf(nextLink: string): unknown {
  const { origin, searchParams, pathname } = new URL(nextLink);
  const token = JSON.parse(inflateRawSync(Buffer.from(searchParams.get('$skiptoken') ?? '', 'base64')).toString()) as {
    nextLinks: Record<string, string>;
  };
  const inner = Object.entries(token.nextLinks).map(([region, link]) => {
    const [address, skip = ''] = link.split('$skipToken=');
    const row = JSON.parse(Buffer.from(skip, 'base64').toString()) as object;
    return [region, formOf(address ?? ''), Object.keys(row), shapeOf([row])];
  });
  return { origin, path: formOf(pathname), parameters: [...searchParams.keys()], keys: Object.keys(token), inner };
}
