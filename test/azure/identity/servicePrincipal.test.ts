import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { servicePrincipalCredential } from '../../../src/azure/identity.ts';
import { createAzureGateway, SignInDesk } from '../../../src/azure/index.ts';
import { failureText } from '../../../src/services/failureText.ts';
import type { Fault } from '../../arm-server/fault.ts';
import type { ArmServer } from '../../arm-server/startArmServer.ts';
import { startArmServer } from '../../arm-server/startArmServer.ts';
import {
  applicationId as clientId,
  applicationSecret,
  fjord,
  harbour,
  nordlicht,
  threeTenants,
} from '../../arm-server/scenario/threeTenants.ts';
import { uncancelled } from '../inProcessArm.ts';

const trusted = getCACertificates('default');
const tokenUrl = /\/([^/]+)\/oauth2\/v2\.0\/token$/;

let server: ArmServer;
/** What goes wrong with the token of a tenant. */
let faultOf: (tenantId: string) => Fault | undefined = () => undefined;

beforeAll(async () => {
  const faults = ({ url }: { readonly url: string }): Fault | undefined => {
    const tenantId = tokenUrl.exec(new URL(url).pathname)?.[1];
    return tenantId === undefined ? undefined : faultOf(tenantId);
  };
  server = await startArmServer({ now: Date.now(), scenario: threeTenants, faults });
  setDefaultCACertificates([...trusted, server.certificatePem]);
});
afterAll(async () => {
  setDefaultCACertificates(trusted);
  await server.close();
});
afterEach(() => (faultOf = () => undefined));

function refusal(description: string, more: object = {}): Fault {
  return {
    kind: 'answer',
    status: 400,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ error: 'invalid_grant', error_description: description, ...more }),
  };
}

function aDesk(secret = applicationSecret, now: () => number = () => Date.now(), deadline?: number): SignInDesk {
  const { origin } = server;
  const endpoints = { resourceManagerEndpoint: origin, authorityHost: origin, portalUrl: origin };
  const proof = { secret };
  const application = { tenantId: nordlicht, clientId, proof, authorityHost: origin };
  const options = { credential: servicePrincipalCredential(application), endpoints, clock: { now } };
  return new SignInDesk(deadline === undefined ? options : { ...options, deadline });
}

function subscriptionsThrough({ credential }: SignInDesk) {
  const { origin } = server;
  const gateway = createAzureGateway({
    endpoints: { resourceManagerEndpoint: origin, authorityHost: origin, portalUrl: origin },
    credential,
    clock: { now: () => Date.now() },
    log: { info: () => undefined, warn: () => undefined },
  });
  return gateway.listSubscriptions(uncancelled);
}

/** What was asked of Entra ID: tenant and scope of each token, oldest first. */
function tokensAsked(from = 0): { readonly tenant: string | undefined; readonly scope: string | null }[] {
  return server.requests.slice(from).flatMap(({ url, body }) => {
    const tenant = tokenUrl.exec(new URL(url).pathname)?.[1];
    return tenant === undefined ? [] : [{ tenant, scope: new URLSearchParams(body).get('scope') }];
  });
}

describe('a service principal, over a TLS socket', () => {
  it('signs in to its own tenant, at the authority and for the scope of the configured cloud', async () => {
    const before = server.requests.length;
    const desk = aDesk();
    expect(await desk.check(undefined, uncancelled)).toBeUndefined();
    expect(tokensAsked(before)).toEqual([{ tenant: nordlicht, scope: `${server.origin}/.default` }]);
    expect(desk.stateOf(undefined).kind).toBe('held');
    expect(desk.stateOf(harbour)).toEqual({ kind: 'none' });
  });

  it('signs in to each tenant once, and shares the token with everything that reads', async () => {
    const desk = aDesk();
    await desk.check(harbour, uncancelled);
    const before = server.requests.length;
    const listing = await subscriptionsThrough(desk);
    expect(listing.ok && new Set(listing.value.map(({ tenantId }) => tenantId))).toEqual(
      new Set([nordlicht, harbour, fjord]),
    );
    const asked = tokensAsked(before).map(({ tenant }) => tenant);
    expect(asked).not.toContain(harbour);
    expect(new Set(asked)).toEqual(new Set([nordlicht, fjord]));
  });

  it('never shows one tenant the token of another', async () => {
    await subscriptionsThrough(aDesk());
    const shown = server.requests.filter(({ url }) => new URL(url).pathname === '/subscriptions');
    const tenants = shown.map(({ headers }) => tenantOf(headers['authorization'] ?? ''));
    expect(new Set(tenants)).toEqual(new Set([nordlicht, harbour, fjord]));
    expect(new Set(tenants).size).toBe(3);
  });

  it('one tenant that asks for more than a secret does not hide the others, and says what it asks', async () => {
    const claims = '{"access_token":{"capolids":{"essential":true}}}';
    faultOf = (tenantId) =>
      tenantId === harbour
        ? refusal('AADSTS50076: Due to a configuration change you must use multi-factor authentication.', { claims })
        : undefined;
    const listing = await subscriptionsThrough(aDesk());
    expect(listing.ok).toBe(true);
    const failure = { kind: 'notSignedIn', detail: 'AADSTS50076' } as const;
    expect(listing.failedTenants).toEqual([{ tenantId: harbour, tenantName: 'Harbour Retail', failure }]);
    expect(failureText(failure, String).cause).toBe('another factor is needed');
  });

  it.each([
    ['AADSTS7000222: The provided client secret keys are expired.', 'AADSTS7000222'],
    ['AADSTS7000215: Invalid client secret provided.', 'AADSTS7000215'],
    ['AADSTS700016: Application was not found in the directory.', 'AADSTS700016'],
    ['AADSTS53003: Access has been blocked by Conditional Access policies.', 'AADSTS53003'],
  ])('that is refused with %j says why by its number, and never its secret', async (description, detail) => {
    faultOf = () => refusal(description);
    const failure = await aDesk().check(undefined, uncancelled);
    expect(failure).toEqual({ kind: 'notSignedIn', detail });
    expect(JSON.stringify(failure)).not.toContain(applicationSecret);
  });

  it('in a tenant that does not exist is told so', async () => {
    const failure = await aDesk().check('00000000-1111-4222-8333-444444444444', uncancelled);
    expect(failure?.kind).toBe('notSignedIn');
    expect(failure && failureText(failure, String).cause).toBe('the tenant was not found');
  });

  it.each([
    [{ kind: 'html200' } as const, { kind: 'notAzure' }],
    [{ kind: 'answer', status: 503 } as const, { kind: 'unexpected', code: 'EntraId', status: 503 }],
    [{ kind: 'answer', status: 407 } as const, { kind: 'proxyRefused', detail: 'HTTP 407' }],
  ])('does not take %j for a wrong secret', async (fault, failure) => {
    faultOf = () => fault;
    expect(await aDesk().check(undefined, uncancelled)).toEqual(failure);
  });

  it('ends at once when the person cancels a sign-in that hangs', async () => {
    faultOf = () => ({ kind: 'delay', milliseconds: 60_000 });
    const controller = new AbortController();
    const check = aDesk().check(undefined, controller.signal);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = performance.now();
    controller.abort();
    expect(await check).toEqual({ kind: 'cancelled' });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('that hangs is given up at the deadline of the desk', async () => {
    faultOf = () => ({ kind: 'delay', milliseconds: 60_000 });
    const began = performance.now();
    const desk = aDesk(applicationSecret, undefined, 500);
    expect(await desk.check(undefined, uncancelled)).toEqual({ kind: 'notSignedIn', detail: 'SignInTimedOut' });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it.each([2, -2])('asks for at most one token a minute with a clock that is %i hours off', async (hours) => {
    const now = (): number => Date.now() + hours * 3_600_000;
    const desk = aDesk(applicationSecret, now);
    const before = server.requests.length;
    for (let request = 0; request < 20; request += 1) {
      expect(await desk.check(undefined, uncancelled)).toBeUndefined();
    }
    expect(tokensAsked(before)).toHaveLength(1);
  });

  it('forgets its tokens when the person signs out, also one that is still under way', async () => {
    faultOf = () => ({ kind: 'delay', milliseconds: 200 });
    const desk = aDesk();
    const credential = desk.credential(undefined);
    const under = desk.check(undefined, uncancelled);
    desk.forgetAll();
    await under;
    expect(credential.state).toEqual({ kind: 'none' });
    expect(desk.stateOf(undefined)).toEqual({ kind: 'none' });
  });
});

function tenantOf(authorization: string): string | undefined {
  const payload = authorization.replace('Bearer ', '').split('.')[1] ?? '';
  return (JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { tid?: string }).tid;
}
