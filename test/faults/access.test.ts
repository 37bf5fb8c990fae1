import { describe, expect, it } from 'vitest';
import { claims, stepUpChallenge } from '../arm-server/named/access.ts';
import { faulty } from './faultWorld.ts';
import { startProduct, theToken } from './product.ts';
import { faultTrials } from './trial.ts';

const { survives, world } = faultTrials();
const expiresOnTimestamp = Number.MAX_SAFE_INTEGER;

/** A sign-in whose tokens are all good and differ, each good for so many milliseconds by the local clock. */
function numberedTokens(lifetime = 3_600_000): {
  getToken(): Promise<{ token: string; expiresOnTimestamp: number }>;
  asked: number;
} {
  const source = {
    asked: 0,
    getToken: () => {
      source.asked += 1;
      const [head = '', body = ''] = theToken.split('.');
      return Promise.resolve({
        token: `${head}.${body}.n${String(source.asked)}`,
        expiresOnTimestamp: Date.now() + lifetime,
      });
    },
  };
  return source;
}

function tokensSince(requests: number): string[] {
  const sent = world()
    .server.requests.slice(requests)
    .filter(({ url }) => url.includes(faulty));
  return sent.map(({ headers }) => headers['authorization']?.split('.').at(-1) ?? '');
}

describe('clocks and tokens', () => {
  for (const [form, lifetime, minutes] of [
    // By a clock that is ahead, a token that is good for an hour expired an hour ago.
    ['clock ahead', -3_600_000, '1[12][019]'],
    ['clock behind', 10_800_000, '-1[12][019]'],
  ] as const) {
    const credential = numberedTokens(lifetime);
    survives(
      `a ${form} by two hours is noted in the log, and causes no storm of sign-ins`,
      { fault: `F34 ${form}`, credential, outcome: 'healed', requests: 2 },
      ({ product }) => {
        expect(product.logged.join()).toMatch(new RegExp(`"azure.clockOff","facts":{"minutesAhead":${minutes}}`));
        expect(credential.asked).toBe(1);
      },
    );
  }
  survives(
    'a token that is refused while the clock is off says to check the clock',
    {
      fault: 'F34 clock ahead, refused',
      outcome: { kind: 'notSignedIn', detail: 'ExpiredAuthenticationToken' },
      row: /check the system clock/,
      requests: 1,
    },
    ({ row }) => expect(row.tooltip).toContain("120 minutes ahead of Azure's"),
  );

  const renewed = numberedTokens(-1);
  survives(
    'what is sent again after a wait carries a token of that moment',
    // Its tokens count as expired from the start; even so one is asked for at most once a minute.
    { fault: 'F35 during a wait', credential: renewed, outcome: 'healed', requests: 3 },
    () => expect(renewed.asked).toBe(1),
  );

  survives(
    'a token that is refused is renewed once, and the request sent again',
    { fault: 'F36 once', credential: numberedTokens(), outcome: 'healed', requests: 3 },
    () => expect(tokensSince(0).slice(-3)).toEqual(['n1', 'n2', 'n2']),
  );
  survives('a refusal without a challenge is no different', {
    fault: 'F36 without a challenge',
    credential: numberedTokens(),
    outcome: 'healed',
    requests: 3,
  });
  survives('tokens that are always refused end in a way to sign in', {
    fault: 'F36 always',
    credential: numberedTokens(),
    outcome: { kind: 'notSignedIn', detail: 'InvalidAuthenticationToken' },
    row: /not signed in/,
    requests: 2,
  });

  const cannotStepUp = {
    seen: [] as (string | undefined)[],
    getToken: (_: unknown, options?: { readonly claims?: string }) => {
      cannotStepUp.seen.push(options?.claims);
      const refused = options?.claims !== undefined;
      return refused
        ? Promise.reject(new Error('a person must act'))
        : Promise.resolve({ token: theToken, expiresOnTimestamp });
    },
  };
  survives(
    'a challenge that nobody can answer in silence is handed on for a click',
    {
      fault: 'F37',
      credential: cannotStepUp,
      outcome: { kind: 'notSignedIn', claims: stepUpChallenge },
      row: /Azure asks for a stronger sign-in/,
      requests: 1,
    },
    ({ product }) => {
      expect(cannotStepUp.seen.at(-1)).toBe(claims);
      expect(product.logged.join()).not.toContain('insufficient_claims');
    },
  );
});

describe('sign-ins that fail', () => {
  it.each([
    ['throws', () => Promise.reject(new Error('secret in a message')), 'Error'],
    ['has no token', () => Promise.resolve(null), undefined],
    [
      'names a number',
      () => Promise.reject(new Error('AADSTS50076: more is needed, secret in a message')),
      'AADSTS50076',
    ],
  ] as const)('F38: a sign-in that %s is said to be the reason', async (_, getToken, detail) => {
    const product = startProduct(world(), { selected: [faulty], credential: { getToken } });
    await product.refresher.refresh();
    const { phase, failure } = product.store.state;
    expect(phase).toBe('signedOut');
    expect(failure).toEqual({ kind: 'notSignedIn', ...(detail === undefined ? {} : { detail }) });
    expect(product.logged.join()).not.toContain('secret in a message');
  });

  it('F38: a sign-in that hangs is given up after twenty seconds', async () => {
    const product = startProduct(world(), {
      selected: [faulty],
      credential: { getToken: () => new Promise(() => {}) },
    });
    const began = performance.now();
    await product.refresher.refresh();
    expect(product.store.state.failure).toEqual({ kind: 'notSignedIn', detail: 'SignInTimedOut' });
    expect(performance.now() - began).toBeLessThan(22_000);
  });
});

describe('subscriptions that may not be read', () => {
  survives(
    'one that is forbidden says which role is missing, and hides no other',
    { fault: 'F39', outcome: { kind: 'forbidden' }, row: /no access: Security Reader is missing/, requests: 1 },
    ({ row }) => expect(row.tooltip).toContain('Security Reader'),
  );
  for (const [form, failure, row] of [
    ['not found', { kind: 'subscriptionUnavailable', reason: 'notFound' }, /subscription not found/],
    ['not registered', { kind: 'notRegistered' }, /Defender for Cloud is not enabled/],
    ['live spelling', { kind: 'notRegistered' }, /Defender for Cloud is not enabled/],
    ['disabled', { kind: 'subscriptionUnavailable', reason: 'disabled' }, /subscription is disabled/],
  ] as const) {
    survives(`a subscription that cannot be read says why (${form})`, {
      fault: `F40 ${form}`,
      outcome: failure,
      row,
      requests: 1,
    });
  }
});
