import type { AccessToken, TokenCredential } from '@azure/core-auth';
import { describe, expect } from 'vitest';
import { CachedCredential } from '../../src/azure/cachedCredential.ts';
import { claims, stepUpChallenge } from '../arm-server/named/access.ts';
import { onLists } from '../arm-server/named/namedFault.ts';
import { faulty } from './faultWorld.ts';
import { startProduct, theToken } from './product.ts';
import { faultTrials } from './trial.ts';

const { survives, world } = faultTrials();
const expiresOnTimestamp = Number.MAX_SAFE_INTEGER;

const hour = 3_600_000;

/** A sign-in whose tokens are all good and differ, each good for so many milliseconds by the local clock. */
function numberedTokens(
  lifetime = hour,
  clockOff = () => 0,
): {
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
        expiresOnTimestamp: Date.now() + clockOff() + lifetime,
      });
    },
  };
  return source;
}

function tokensSince(requests: number): string[] {
  const sent = world()
    .requests()
    .slice(requests)
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

  let waited = 0;
  survives(
    'what is sent again after a wait carries a token of that moment',
    {
      fault: 'F35 during a wait',
      clockOff: () => waited,
      credential: numberedTokens(hour, () => waited),
      // The wait was longer than the token was good for.
      onWait: () => (waited += hour),
      outcome: 'healed',
      requests: 3,
    },
    ({ product }) => {
      expect(product.waits).toHaveLength(1);
      expect(tokensSince(0).slice(-3)).toEqual(['n1', 'n2', 'n2']);
    },
  );

  let readingFor = 0;
  let tokensOfPages: readonly string[] = [];
  survives(
    'a token that expires between two pages is replaced for the next',
    {
      fault: 'F35 between pages',
      clockOff: () => readingFor,
      credential: numberedTokens(hour, () => readingFor),
      spoil: (place) =>
        place.inject(
          onLists((n) => {
            if (n === 1) readingFor += hour;
            return undefined;
          }),
          faulty,
        ),
      async meanwhile({ refresher }) {
        const before = world().requests().length;
        await refresher.refresh();
        tokensOfPages = tokensSince(before);
        return undefined;
      },
      outcome: 'healed',
      requests: 2,
    },
    () => expect(tokensOfPages).toEqual(['n1', 'n2']),
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
  /** A sign-in that has worked and whose token has expired since; then it does what the trial wants. */
  function failing(then: () => Promise<AccessToken | null>, deadline?: number) {
    let later = 0;
    const clockOff = (): number => later;
    const source: TokenCredential = {
      getToken: () =>
        later > 0 ? then() : Promise.resolve({ token: theToken, expiresOnTimestamp: Date.now() + hour }),
    };
    const clock = { now: () => Date.now() + later };
    return {
      clockOff,
      credential: new CachedCredential(source, clock, undefined, deadline),
      spoil: () => void (later = 2 * hour),
    };
  }

  for (const [form, then, detail] of [
    ['throws', () => Promise.reject(new Error('secret in a message')), 'Error'],
    ['has no token', () => Promise.resolve(null), undefined],
    [
      'names a number',
      () => Promise.reject(new Error('AADSTS50076: more is needed, secret in a message')),
      'AADSTS50076',
    ],
    ['hangs', () => new Promise<null>(() => undefined), 'SignInTimedOut'],
  ] as const) {
    const failure = { kind: 'notSignedIn', ...(detail === undefined ? {} : { detail }) } as const;
    survives(
      `a sign-in that ${form} is said to be the reason, and what was read stays`,
      {
        ...failing(then, 500),
        fault: `F38 ${form}`,
        outcome: failure,
        row: /not signed in|sign-in|another factor is needed/,
        everywhere: true,
        requests: 0,
      },
      async ({ product }) => {
        expect(product.logged.join()).not.toContain('secret in a message');
        const credential = new CachedCredential({ getToken: then }, { now: () => Date.now() }, undefined, 500);
        const atFirst = startProduct(world(), { selected: [faulty], credential });
        await atFirst.refresher.refresh();
        expect(atFirst.store.state).toMatchObject({ phase: 'signedOut', failure });
      },
    );
  }

  survives('a sign-in that takes a while is waited for', {
    ...failing(async () => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      return { token: theToken, expiresOnTimestamp };
    }),
    fault: 'F38 slow',
    outcome: 'healed',
    requests: 2,
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
