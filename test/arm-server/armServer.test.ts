import { get } from 'node:https';
import { SecurityCenter } from '@azure/arm-security';
import { ClientSecretCredential } from '@azure/identity';
import { afterEach, describe, expect, it } from 'vitest';
import { startArmServer } from './startArmServer.ts';
import type { Alert } from '@azure/arm-security';
import type { Faults } from './fault.ts';
import type { ArmServer } from './startArmServer.ts';

const now = Date.UTC(2026, 2, 18, 12, 0, 0);
const nordlicht = '3d1f5a70-64c2-4f0b-8f59-1f6d2c9ab001';
const fleet = 'a1d4e7f2-5b38-4c96-8d20-94e6f7c31002';
const production = '6f2b9c14-0a51-4e0c-9a57-3c1d7e5b1001';
const lists = /\/alerts\?/;

const running: ArmServer[] = [];

async function start(faults?: Faults): Promise<ArmServer> {
  const server = await startArmServer({ now, ...(faults && { faults }) });
  running.push(server);
  return server;
}

function credentialFor(server: ArmServer, secret = 'right'): ClientSecretCredential {
  return new ClientSecretCredential(nordlicht, 'b1a7c0de-0000-4000-a000-000000000001', secret, {
    authorityHost: server.origin,
    disableInstanceDiscovery: true,
    tlsOptions: { ca: server.certificatePem },
    retryOptions: { maxRetries: 0 },
  });
}

function clientOf(server: ArmServer, subscriptionId = production): SecurityCenter {
  return new SecurityCenter(credentialFor(server), subscriptionId, {
    endpoint: server.origin,
    credentialScopes: [`${server.origin}/.default`],
    tlsOptions: { ca: server.certificatePem },
    retryOptions: { maxRetries: 0 },
  });
}

async function listed(client: SecurityCenter): Promise<readonly Alert[]> {
  const alerts: Alert[] = [];
  for await (const alert of client.alerts.list()) alerts.push(alert);
  return alerts;
}

function fetchOverTls(
  server: ArmServer,
  origin: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number | undefined; encoding: string | undefined }> {
  return new Promise((resolve, reject) => {
    const options = { ca: server.certificatePem, headers, family: 4 };
    get(`${origin}/tenants?api-version=2022-12-01`, options, (response) => {
      response.resume();
      resolve({ status: response.statusCode, encoding: response.headers['content-encoding'] });
    }).on('error', reject);
  });
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

describe('the ARM server', () => {
  it('signs a client secret in and lists every page of alerts to the real SDK', async () => {
    const server = await start();
    const alerts = await listed(clientOf(server, fleet));
    expect(alerts).toHaveLength(250);
    expect(new Set(alerts.map(({ id }) => /locations\/([^/]+)/.exec(id ?? '')?.[1]))).toEqual(
      new Set(['centralus', 'northeurope']),
    );
    const paths = server.requests.map(
      ({ method, url }) => `${method} ${new URL(url).pathname.replace(fleet, '{fleet}')}`,
    );
    expect(paths).toEqual([
      `GET /${nordlicht}/v2.0/.well-known/openid-configuration`,
      `POST /${nordlicht}/oauth2/v2.0/token`,
      'GET /subscriptions/{fleet}/providers/Microsoft.Security/alerts',
      'GET /subscriptions/{fleet}/providers/Microsoft.Security/alerts',
    ]);
  });

  it('remembers a change that the SDK made', async () => {
    const client = clientOf(await start());
    const alert = (await listed(client)).find(({ id }) => id?.includes('/resourceGroups/'));
    const [, group = '', region = '', name = ''] =
      /resourceGroups\/([^/]+)\/.*locations\/([^/]+)\/alerts\/(.+)$/.exec(alert?.id ?? '') ?? [];
    await client.alerts.updateResourceGroupLevelStateToDismiss(region, name, group);
    expect((await client.alerts.getResourceGroupLevel(region, name, group)).status).toBe('Dismissed');
  });

  it('refuses a wrong secret in the words of Entra ID', async () => {
    const credential = credentialFor(await start(), 'wrong');
    await expect(credential.getToken('https://management.azure.com/.default')).rejects.toThrow('AADSTS7000215');
  });

  it('refuses a subscription of another tenant, and one that may not be read', async () => {
    const server = await start();
    await expect(listed(clientOf(server, 'e05d6a3b-9f17-4d82-a6c1-58b2f4091004'))).rejects.toMatchObject({
      code: 'SubscriptionNotFound',
    });
    await expect(listed(clientOf(server, 'c83e05b9-72d6-4b1f-b7e4-0d5a61f81003'))).rejects.toMatchObject({
      statusCode: 403,
    });
  });

  it('compresses for clients that ask for it, and for no others', async () => {
    const server = await start();
    const encodingFor = async (accepted: string): Promise<string | undefined> =>
      (await fetchOverTls(server, server.origin, { authorization: 'Bearer x', 'accept-encoding': accepted })).encoding;
    expect([await encodingFor('gzip'), await encodingFor('identity')]).toEqual(['gzip', undefined]);
  });

  it('is reached by the name localhost as well', async () => {
    const server = await start();
    expect((await fetchOverTls(server, server.origin.replace('127.0.0.1', 'localhost'), {})).status).toBe(401);
  });
});

describe('faults of the ARM server', () => {
  const onLists =
    (fault: ReturnType<Faults>): Faults =>
    ({ url }) =>
      lists.test(url) ? fault : undefined;

  it('answer: any status, headers and body', async () => {
    const body = JSON.stringify({ error: { code: 'ResourceRequestsThrottled', message: 'Later.' } });
    const headers = { 'content-type': 'application/json', 'retry-after': '17' };
    const server = await start(onLists({ kind: 'answer', status: 429, headers, body }));
    await expect(listed(clientOf(server))).rejects.toMatchObject({
      statusCode: 429,
      code: 'ResourceRequestsThrottled',
    });
  });

  it('html200: a page of a captive portal, which the bare SDK takes for no alerts at all', async () => {
    expect(await listed(clientOf(await start(onLists({ kind: 'html200' }))))).toEqual([]);
  });

  it('nextLink: the list leads to another host, and the bare SDK carries its token there', async () => {
    const elsewhere: { url?: string } = {};
    const server = await start(({ url, headers }) =>
      lists.test(url) && headers['host']?.startsWith('127.')
        ? { kind: 'nextLink', nextLink: elsewhere.url ?? '' }
        : undefined,
    );
    // The same server under its other name is a foreign origin to the client.
    elsewhere.url = `${server.origin.replace('127.0.0.1', 'localhost')}/subscriptions/${production}/providers/Microsoft.Security/alerts?api-version=2022-01-01`;
    await listed(clientOf(server));
    const arrived = server.requests.filter(({ headers }) => headers['host']?.startsWith('localhost'));
    expect(arrived.map(({ headers }) => headers['authorization']?.slice(0, 7))).toEqual(['Bearer ']);
  });

  it('delay: the answer is late, and a client that hangs up meanwhile does no harm', async () => {
    const patience = new AbortController();
    const server = await start(({ url }) => {
      if (!lists.test(url)) return undefined;
      patience.abort();
      return { kind: 'delay', milliseconds: 60_000 };
    });
    const late = clientOf(server).alerts.list({ abortSignal: patience.signal }).next();
    await expect(late).rejects.toMatchObject({ name: 'AbortError' });
    expect((await fetchOverTls(server, server.origin, {})).status).toBe(401);
  });

  it('cut: the connection breaks in the middle of a compressed body', async () => {
    await expect(listed(clientOf(await start(onLists({ kind: 'cut' }))))).rejects.toThrow();
  });
});
