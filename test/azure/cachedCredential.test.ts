import type { AccessToken, GetTokenOptions } from '@azure/core-auth';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CachedCredential } from '../../src/azure/cachedCredential.ts';
import { minute, noon, subscriptionA, subscriptionB } from '../builders/alert.ts';
import { wirePage } from '../builders/wireAlert.ts';
import { inProcessArm, networkError, origin, secret, subscription, uncancelled } from './inProcessArm.ts';

const scope = 'https://management.azure.com/.default';

function credentialOver(give: (asked: number, options?: GetTokenOptions) => Promise<AccessToken | null>) {
  const time = { now: noon };
  const asked: (GetTokenOptions | undefined)[] = [];
  const source = {
    getToken: (_: string | string[], options?: GetTokenOptions) => give(asked.push(options), options),
  };
  return { credential: new CachedCredential(source, { now: () => time.now }), asked, time };
}

const token = (name: string, lifetime = 60 * minute) =>
  Promise.resolve({ token: name, expiresOnTimestamp: noon + lifetime });

describe('a cached credential', () => {
  it('asks once for many requests, even at the same time', async () => {
    const { credential, asked } = credentialOver((n) => token(`T${n}`));
    const tokens = await Promise.all([credential.getToken(scope), credential.getToken(scope)]);
    expect([...tokens, await credential.getToken(scope)].map((t) => t.token)).toEqual(['T1', 'T1', 'T1']);
    expect(asked.length).toBe(1);
  });

  it('never gives out the token of one scope or tenant for another', async () => {
    const { credential, asked } = credentialOver((n) => token(`T${n}`));
    const first = await credential.getToken(scope);
    const [ofTenant, ofScope] = await Promise.all([
      credential.getToken(scope, { tenantId: 't' }),
      credential.getToken('https://vault.example/.default'),
    ]);
    expect(new Set([first, ofTenant, ofScope].map((given) => given.token)).size).toBe(3);
    expect(asked.length).toBe(3);
  });

  it('does not take the answer to an ordinary question for that to a challenge', async () => {
    const { credential, asked } = credentialOver((n) => token(`T${n}`));
    const tokens = await Promise.all([credential.getToken(scope), credential.getToken(scope, { claims: 'c' })]);
    expect(tokens.map((given) => given.token)).toEqual(['T1', 'T2']);
    expect(asked[1]).toEqual({ claims: 'c' });
  });

  it('renews before the token expires', async () => {
    const { credential, time } = credentialOver((n) => token(`T${n}`));
    await credential.getToken(scope);
    time.now = noon + 57 * minute;
    expect((await credential.getToken(scope)).token).toBe('T1');
    time.now = noon + 59 * minute;
    expect((await credential.getToken(scope)).token).toBe('T2');
  });

  it('asks at most once a minute when the local clock makes every token look expired', async () => {
    const { credential, asked, time } = credentialOver((n) => token(`T${n}`, -120 * minute));
    await credential.getToken(scope);
    time.now = noon + 0.9 * minute;
    await credential.getToken(scope);
    expect(asked.length).toBe(1);
    time.now = noon + 1.1 * minute;
    await credential.getToken(scope);
    expect(asked.length).toBe(2);
  });

  it('answers a claims challenge with a new token', async () => {
    const { credential, asked } = credentialOver((n) => token(`T${n}`));
    await credential.getToken(scope);
    expect((await credential.getToken(scope, { claims: 'c' })).token).toBe('T2');
    expect(asked[1]).toEqual({ claims: 'c' });
  });

  it('does not let the signal of one request end a sign-in that others wait for', async () => {
    const { credential, asked } = credentialOver((n) => token(`T${n}`));
    await credential.getToken(scope, { abortSignal: AbortSignal.abort(), tenantId: 't' });
    expect(asked[0]).toEqual({ tenantId: 't' });
  });

  it.each([
    ['nothing', () => Promise.resolve(null), { kind: 'notSignedIn' }],
    ['an error', () => Promise.reject(new RangeError(secret)), { kind: 'notSignedIn', detail: 'RangeError' }],
    ['what is no error', () => Promise.reject(secret as unknown as Error), { kind: 'notSignedIn' }],
    [
      'an Entra error',
      () => Promise.reject(new Error(`AADSTS50076: MFA ${secret}`)),
      { kind: 'notSignedIn', detail: 'AADSTS50076' },
    ],
    ['no network', () => Promise.reject(networkError('ENOTFOUND')), { kind: 'offline', detail: 'ENOTFOUND' }],
  ])('that yields %s fails as data, without secrets', async (_, give, failure) => {
    const arm = inProcessArm(() => ({ body: wirePage([]) }), { credential: () => ({ getToken: give }) });
    expect(await arm.gateway.listAlerts(subscription, uncancelled)).toEqual({ ok: false, failure });
    expect(arm.requests).toEqual([]);
    expect(arm.logged.join()).not.toContain(secret);
  });
});

describe('over time', () => {
  beforeEach(() => void vi.useFakeTimers({ now: noon }));
  afterEach(() => void vi.useRealTimers());

  it('a credential that hangs fails after 20 seconds', async () => {
    const arm = inProcessArm(() => ({ body: wirePage([]) }), {
      credential: () => ({ getToken: () => new Promise(() => {}) }),
    });
    const call = arm.gateway.listAlerts(subscription, uncancelled);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await call).toEqual({ ok: false, failure: { kind: 'notSignedIn', detail: 'SignInTimedOut' } });
  });

  it('a credential that fails while a token runs out never becomes an unhandled rejection', async () => {
    const unhandled: unknown[] = [];
    const listener = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', listener);
    let asked = 0;
    const getToken = () =>
      (asked += 1) === 1
        ? Promise.resolve({ token: 'T1', expiresOnTimestamp: noon + 90_000 })
        : Promise.reject(new Error('sign-in is down'));
    // Three slow pages: the last is asked for when the token is due, and answered after it has expired.
    let page = 0;
    const slowly = async () => {
      await new Promise((resolve) => setTimeout(resolve, 25_000));
      return { body: wirePage([], (page += 1) < 4 ? `${origin}/${page}` : undefined) };
    };
    const arm = inProcessArm(slowly, { credential: () => ({ getToken }), clock: { now: () => Date.now() } });
    const call = arm.gateway.listAlerts(subscription, uncancelled);
    for (let second = 0; second < 150; second += 1) await vi.advanceTimersByTimeAsync(1_000);
    expect(await call).toEqual({ ok: false, failure: { kind: 'notSignedIn', detail: 'Error' } });
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off('unhandledRejection', listener);
    expect(unhandled).toEqual([]);
  });

  it('a token that the service refuses is renewed once, and the request sent again', async () => {
    let asked = 0;
    const arm = inProcessArm(
      ({ headers }) => (headers.get('authorization') === 'Bearer T1' ? { status: 401 } : { body: wirePage([]) }),
      { credential: () => ({ getToken: () => token(`T${(asked += 1)}`) }) },
    );
    expect(await arm.gateway.listAlerts(subscription, uncancelled)).toMatchObject({ ok: true });
    expect(arm.authorizations).toEqual(['Bearer T1', 'Bearer T2']);
  });

  it('where the sign-in has only the refused token again, it is not shown twice', async () => {
    const arm = inProcessArm(() => ({ status: 401 }), { credential: () => ({ getToken: () => token('T1') }) });
    expect(await arm.gateway.listAlerts(subscription, uncancelled)).toMatchObject({ failure: { kind: 'notSignedIn' } });
    expect(arm.requests.length).toBe(1);
  });

  it('a token that others have fetched since is not dropped with the refused one', async () => {
    let asked = 0;
    const cached = new CachedCredential({ getToken: () => token(`T${(asked += 1)}`) }, { now: () => noon });
    await cached.getToken('scope');
    cached.forget('T0');
    expect((await cached.getToken('scope')).token).toBe('T1');
    cached.forget('T1');
    expect((await cached.getToken('scope')).token).toBe('T2');
  });

  it('a sign-in that others wait for is kept when another token is refused meanwhile', async () => {
    const { promise, resolve } = Promise.withResolvers<AccessToken>();
    const asked: unknown[] = [];
    const getToken = (_: unknown, options?: GetTokenOptions) => {
      asked.push(options?.claims);
      return options?.claims === undefined ? token('T1') : promise;
    };
    const cached = new CachedCredential({ getToken }, { now: () => noon });
    await cached.getToken(scope);
    const waiting = cached.getToken(scope, { claims: 'c' });
    cached.forget('T1');
    const joining = cached.getToken(scope, { claims: 'c' });
    resolve({ token: 'T2', expiresOnTimestamp: noon + 60 * minute });
    expect((await Promise.all([waiting, joining])).map((given) => given.token)).toEqual(['T2', 'T2']);
    expect((await cached.getToken(scope)).token).toBe('T2');
    expect(asked).toEqual([undefined, 'c']);
  });

  it('a challenge of one subscription that is not met leaves the tenant its token for the others', async () => {
    const asked: unknown[] = [];
    const getToken = (_: unknown, options?: GetTokenOptions) => {
      asked.push(options?.claims);
      return options?.claims === undefined ? token('T1') : Promise.resolve(null);
    };
    const challenge = `Bearer error="insufficient_claims", claims="${btoa('{"a":1}')}"`;
    const arm = inProcessArm(
      ({ url }) =>
        url.includes(subscriptionA)
          ? { status: 401, headers: { 'www-authenticate': challenge } }
          : { body: wirePage([]) },
      { credential: () => ({ getToken }) },
    );
    const other = { ...subscription, subscriptionId: subscriptionB };
    expect(await arm.gateway.listAlerts(subscription, uncancelled)).toMatchObject({ failure: { claims: challenge } });
    expect(await arm.gateway.listAlerts(other, uncancelled)).toMatchObject({ ok: true });
    expect(asked).toEqual([undefined, '{"a":1}']);
  });

  it('a source that refuses is made anew, as it may remember that', async () => {
    let made = 0;
    const aSource = () => {
      const name = `T${(made += 1)}`;
      return { getToken: () => (made === 1 ? Promise.resolve(null) : token(name)) };
    };
    const cached = new CachedCredential(aSource(), { now: () => noon }, aSource);
    await expect(cached.getToken('scope')).rejects.toMatchObject({ failure: { kind: 'notSignedIn' } });
    expect(cached.state).toEqual({ kind: 'failed', failure: { kind: 'notSignedIn' } });
    expect((await cached.getToken('scope')).token).toBe('T2');
  });

  it('a source that keeps its tokens is made anew after a refusal', async () => {
    let made = 0;
    const aSource = () => {
      const name = `T${(made += 1)}`;
      return { getToken: () => token(name) };
    };
    const cached = new CachedCredential(aSource(), { now: () => noon }, aSource);
    expect((await cached.getToken('scope')).token).toBe('T1');
    cached.forget('T1');
    expect((await cached.getToken('scope')).token).toBe('T2');
  });
});
