import { describe, expect, it } from 'vitest';
import { sampleClient } from './sampleClient.ts';
import type { SampleClient } from './sampleClient.ts';

const production = '/subscriptions/6f2b9c14-0a51-4e0c-9a57-3c1d7e5b1001';
const security = `${production}/providers/Microsoft.Security`;
const version = 'api-version=2022-01-01';

interface Alert {
  readonly id: string;
  readonly name: string;
  readonly properties: {
    readonly status: string;
    readonly alertType: string;
    readonly alertDisplayName: string;
    readonly description: string;
  };
}

async function listOf(client: SampleClient): Promise<readonly Alert[]> {
  return (await client.getJson<{ value: readonly Alert[] }>(`${security}/alerts?${version}`)).value;
}

async function someAlert(client: SampleClient, at: (id: string) => boolean): Promise<Alert> {
  const alert = (await listOf(client)).find(({ id, properties }) => at(id) && properties.status === 'Active');
  if (alert === undefined) throw new Error('no such alert');
  return alert;
}

const inGroup = (id: string): boolean => id.includes('/resourceGroups/');
const ofSubscription = (id: string): boolean => !inGroup(id);

describe('changing the state of an alert', () => {
  it.each([
    ['dismiss', 'Dismissed'],
    ['resolve', 'Resolved'],
    ['inProgress', 'InProgress'],
    ['activate', 'Active'],
  ])('%s answers 204 without a body, and the alert is %s from then on', async (verb, status) => {
    const client = sampleClient();
    const { id, name } = await someAlert(client, inGroup);
    const answer = await client.send('POST', `${id}/${verb}?${version}`);
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect((await client.getJson<Alert>(`${id}?${version}`)).properties.status).toBe(status);
    expect((await listOf(client)).find((alert) => alert.name === name)?.properties.status).toBe(status);
  });

  it('works for an alert of the subscription itself', async () => {
    const client = sampleClient();
    const { id } = await someAlert(client, ofSubscription);
    expect((await client.send('POST', `${id}/resolve?${version}`)).status).toBe(204);
    expect((await client.getJson<Alert>(`${id}?${version}`)).properties.status).toBe('Resolved');
  });

  it('reaches an alert of a resource group through the subscription too, and keeps its id', async () => {
    const client = sampleClient();
    const { id } = await someAlert(client, inGroup);
    const short = id.replace(/\/resourceGroups\/[^/]+/, '');
    expect((await client.send('POST', `${short}/dismiss?${version}`)).status).toBe(204);
    const read = await client.getJson<Alert>(`${short}?${version}`);
    expect([read.id, read.properties.status]).toEqual([id, 'Dismissed']);
  });

  it('does not reach it through another group, another region or an unknown verb', async () => {
    const client = sampleClient();
    const { id } = await someAlert(client, inGroup);
    const paths = [
      id.replace(/resourceGroups\/[^/]+/, 'resourceGroups/other'),
      id.replace(/locations\/[^/]+/, 'locations/mars'),
    ];
    for (const path of paths) expect((await client.send('POST', `${path}/dismiss?${version}`)).status).toBe(404);
    expect((await client.send('POST', `${id}/explode?${version}`)).status).toBe(404);
    expect((await client.getJson<Alert>(`${id}?${version}`)).properties.status).toBe('Active');
  });

  it('does not know inProgress in the older version of the API', async () => {
    const client = sampleClient();
    const { id } = await someAlert(client, inGroup);
    expect((await client.send('POST', `${id}/inProgress?api-version=2021-11-01`)).status).toBe(400);
  });

  it('lasts for one session only', async () => {
    const client = sampleClient();
    const { id } = await someAlert(client, inGroup);
    await client.send('POST', `${id}/dismiss?${version}`);
    expect((await sampleClient().getJson<Alert>(`${id}?${version}`)).properties.status).toBe('Active');
  });
});

describe('simulating alerts', () => {
  const path = `${security}/locations/westeurope/alerts/default/simulate`;
  const bundles = [
    'AppServices',
    'DNS',
    'KeyVaults',
    'KubernetesService',
    'ResourceManager',
    'SqlServers',
    'StorageAccounts',
    'VirtualMachines',
    'CosmosDbs',
  ];

  it('adds alerts of every published bundle, marked as samples', async () => {
    const client = sampleClient();
    const before = new Set((await listOf(client)).map(({ name }) => name));
    for (const bundle of bundles) {
      const known = (await listOf(client)).length;
      const { status } = await client.send('POST', `${path}?${version}`, {
        properties: { kind: 'Bundles', bundles: [bundle] },
      });
      expect([bundle, status, (await listOf(client)).length > known]).toEqual([bundle, 202, true]);
    }
    for (const { properties } of (await listOf(client)).filter(({ name }) => !before.has(name))) {
      expect(properties.alertType).toMatch(/^SIMULATED_/);
      expect(properties.alertDisplayName).toMatch(/^\[SAMPLE ALERT\] /);
      expect(properties.description).toMatch(/^THIS IS A SAMPLE ALERT: /);
    }
  });

  it('answers 204 in the version for which the SDK was made', async () => {
    const body = { properties: { kind: 'Bundles', bundles: ['DNS'] } };
    expect((await sampleClient().send('POST', `${path}?api-version=2021-11-01`, body)).status).toBe(204);
  });

  it('refuses bundles that do not exist', async () => {
    const body = { properties: { kind: 'Bundles', bundles: ['Toasters'] } };
    expect((await sampleClient().send('POST', `${path}?${version}`, body)).status).toBe(400);
  });
});

describe('suppression rules', () => {
  const rule = `${security}/alertsSuppressionRules/night-shift?api-version=2019-01-01-preview`;
  const properties = {
    alertType: 'VM_SshBruteForceFailed',
    reason: 'FalsePositive',
    state: 'Enabled',
    comment: 'Load test',
  };

  it('are kept, listed, filtered by alert type, and deleted', async () => {
    const client = sampleClient();
    const names = async (filter = ''): Promise<readonly string[]> =>
      (
        await client.getJson<{ value: readonly { name: string }[] }>(
          `${security}/alertsSuppressionRules?api-version=2019-01-01-preview${filter}`,
        )
      ).value.map(({ name }) => name);
    expect((await client.send('PUT', rule, { properties })).status).toBe(200);
    expect(await client.getJson<object>(rule)).toMatchObject({ name: 'night-shift', properties });
    expect([await names(), await names('&AlertType=Other')]).toEqual([['night-shift'], []]);
    expect((await client.send('DELETE', rule)).status).toBe(204);
    expect((await client.send('GET', rule)).status).toBe(404);
  });

  it('are refused without type, reason or state', async () => {
    expect((await sampleClient().send('PUT', rule, { properties: { alertType: 'x' } })).status).toBe(400);
  });
});
