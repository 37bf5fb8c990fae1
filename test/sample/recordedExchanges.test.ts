import { beforeAll, describe, expect, it } from 'vitest';
import { sampleClient } from './sampleClient.ts';
import { allPages, regionOf } from './samplePages.ts';
import { differences, shapeOf } from './shape.ts';
import { hasSharedData, missingSharedData, readShared } from './sharedData.ts';
import type { ArmResponse } from '../../src/sample/index.ts';

interface Exchange {
  readonly method: string;
  readonly uri: string;
  readonly status: { readonly code: number };
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly reqBody: string | null;
  readonly body: string;
}

/** A recorded exchange and what the sample environment answers in its place. */
interface Answered {
  readonly exchange: Exchange;
  readonly response: ArmResponse;
}

/** Headers that only one side has, each with its reason. */
const headersApart: Readonly<Record<string, string>> = {
  'transfer-encoding': 'belongs to the connection; the recorder wrote it beside content-length',
};

describe.skipIf(!hasSharedData)(`recorded exchanges (${missingSharedData})`, () => {
  let answered: readonly Answered[];

  beforeAll(async () => {
    const exchanges = ['interactions_2022-01-01.json', 'interactions_suppressionRules.json'].flatMap(
      (file) => readShared(`recordings/${file}`) as readonly Exchange[],
    );
    answered = await sendLikeRecorded(exchanges);
  });

  it('answer with the same headers', () => {
    const differing = answered.flatMap(({ exchange, response }) => {
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

  it('say the same in the headers that never change', () => {
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
    for (const { exchange, response } of answered) {
      expect(response.status).toBe(exchange.status.code);
      for (const name of fixed) expect(response.headers[name], name).toBe(exchange.headers[name]?.[0]);
    }
  });

  it('describe a suppression rule and its absence in the same keys', () => {
    for (const { exchange, response } of answered) {
      if (!exchange.uri.includes('alertsSuppressionRules') || response.body === '') continue;
      expect(differences(shapeOf([JSON.parse(response.body)]), shapeOf([JSON.parse(exchange.body)]))).toEqual([]);
    }
  });
});

/** Sends what the recordings sent, on an alert of ours in place of theirs. */
async function sendLikeRecorded(exchanges: readonly Exchange[]): Promise<readonly Answered[]> {
  const client = sampleClient();
  const [fleet] = (await allPages()).filter(({ nextLink }) => nextLink !== undefined);
  const alert = fleet?.value[0];
  if (alert === undefined) throw new Error('no alert to stand for the recorded one');
  const [, subscription = ''] = /^(\/subscriptions\/[^/]+)/.exec(alert.id) ?? [];
  const answered: Answered[] = [];
  for (const exchange of exchanges) {
    const path = exchange.uri
      .replace(/^https:\/\/management\.azure\.com\/subscriptions\/[^/]+/, subscription)
      .replace(/\/resourceGroups\/[^/]+/, /\/resourceGroups\/[^/]+/.exec(alert.id)?.[0] ?? '')
      .replace(/locations\/centralus\/alerts\/[^/?]+/, `locations/${regionOf(alert)}/alerts/${alert.name}`)
      .replace(/&\$skiptoken=.*$/, new URL(fleet?.nextLink ?? '').search.replace(/^[^&]*/, ''));
    const body: unknown = exchange.method === 'PUT' ? JSON.parse(exchange.reqBody ?? '') : undefined;
    answered.push({ exchange, response: await client.send(exchange.method, path, body) });
  }
  return answered;
}
