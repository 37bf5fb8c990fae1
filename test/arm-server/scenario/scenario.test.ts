import { ClientSecretCredential } from '@azure/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArmServer } from '../startArmServer.ts';
import { startArmServer } from '../startArmServer.ts';
import { ask } from './ask.ts';
import {
  applicationId,
  applicationSecret,
  behindProxy,
  ferries,
  fjord,
  harbour,
  nordlicht,
  threeTenants,
  throttled,
} from './threeTenants.ts';

let server: ArmServer;

beforeAll(async () => {
  server = await startArmServer({ now: Date.UTC(2026, 2, 18, 12), scenario: threeTenants });
});
afterAll(() => server.close());

async function tokenFor(tenantId: string, secret = applicationSecret): Promise<string> {
  const credential = new ClientSecretCredential(tenantId, applicationId, secret, {
    authorityHost: server.origin,
    disableInstanceDiscovery: true,
    tlsOptions: { ca: server.certificatePem },
    retryOptions: { maxRetries: 0 },
  });
  return (await credential.getToken(`${server.origin}/.default`)).token;
}

const alertsOf = (subscriptionId: string): string =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.Security/alerts?api-version=2022-01-01`;

interface Names {
  readonly value: readonly { readonly displayName: string }[];
}

async function names(path: string, token: string): Promise<readonly string[]> {
  const { body } = await ask(server, path, token);
  return (JSON.parse(body) as Names).value.map(({ displayName }) => displayName);
}

describe('a server of three tenants', () => {
  it('tells every tenant to whoever asks, and to each token the subscriptions of its own tenant', async () => {
    const tokens = await Promise.all([nordlicht, harbour, fjord].map((tenantId) => tokenFor(tenantId)));
    const tenants = ['Nordlicht Logistics', 'Harbour Retail', 'Fjord Ferries'];
    for (const token of tokens) expect(await names('/tenants?api-version=2022-12-01', token)).toEqual(tenants);
    const subscriptions = tokens.map((token) => names('/subscriptions?api-version=2022-12-01', token));
    expect(await Promise.all(subscriptions)).toEqual([
      ['Nordlicht Production', 'Nordlicht Depot Fleet', 'Nordlicht Payroll'],
      ['Harbour Shop', 'Harbour Sandbox', 'Harbour Warehouse'],
      ['Ferries Booking', 'Ferries Guest Network'],
    ]);
  });

  it('opens a subscription only to a token of its tenant', async () => {
    expect((await ask(server, alertsOf(ferries), await tokenFor(fjord))).status).toBe(200);
    const refused = await ask(server, alertsOf(ferries), await tokenFor(nordlicht));
    expect(refused).toMatchObject({ status: 404, body: expect.stringContaining('SubscriptionNotFound') as string });
  });

  it('has alerts in two regions and on several pages where the scenario asks for them', async () => {
    const { body } = await ask(server, alertsOf(ferries), await tokenFor(fjord));
    const { value } = JSON.parse(body) as { value: readonly { id: string }[] };
    expect(value).toHaveLength(130);
    expect(new Set(value.map(({ id }) => /locations\/(\w+)/.exec(id)?.[1]))).toEqual(
      new Set(['centralus', 'westeurope']),
    );
  });

  it('throttles one subscription, and answers for another in HTML', async () => {
    expect(await ask(server, alertsOf(throttled), await tokenFor(harbour))).toMatchObject({
      status: 429,
      headers: { 'retry-after': '3600' },
    });
    expect(await ask(server, alertsOf(behindProxy), await tokenFor(fjord))).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html' },
    });
  });

  it('refuses a secret that is not the application’s, and a tenant that is none', async () => {
    await expect(tokenFor(harbour, 'another')).rejects.toThrow('AADSTS7000215');
    const stranger = '00000000-0000-4000-8000-000000000000';
    const path = `/${stranger}/v2.0/.well-known/openid-configuration`;
    expect(await ask(server, path)).toMatchObject({
      status: 400,
      body: expect.stringContaining('AADSTS90002') as string,
    });
  });

  it('describes the shared authority', async () => {
    const configuration = await ask(server, '/common/v2.0/.well-known/openid-configuration');
    expect(JSON.parse(configuration.body)).toMatchObject({ issuer: `${server.origin}/{tenantid}/v2.0` });
  });
});
