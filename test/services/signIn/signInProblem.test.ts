import { describe, expect, it } from 'vitest';
import { failureText } from '../../../src/services/failureText.ts';
import { entraProblems } from '../../../src/services/signIn/entraProblems.ts';
import { signInProblem } from '../../../src/services/signIn/signInProblem.ts';

describe('why a sign-in failed', () => {
  it.each([
    ['AADSTS50076', 'another factor is needed'],
    ['AADSTS53003', 'blocked by Conditional Access'],
    ['AADSTS700082', 'the sign-in has expired'],
    ['AADSTS7000215', 'the client secret is wrong'],
    ['AADSTS90002', 'the tenant was not found'],
    ['AzLoginNeeded', '"az login" is needed'],
    ['AZURE_CLIENT_SECRET_missing', 'AZURE_CLIENT_SECRET is not set'],
  ])('%s is told as “%s”', (detail, cause) => {
    expect(signInProblem(detail)?.cause).toBe(cause);
    expect(failureText({ kind: 'notSignedIn', detail }, String).cause).toBe(cause);
  });

  it.each([undefined, '', 'AADSTS1', 'AADSTS50076 and more', 'toString', '__proto__', 'RangeError'])(
    'says nothing of %s, which nobody has explained',
    (detail) => {
      expect(signInProblem(detail)).toBeUndefined();
      const failure = { kind: 'notSignedIn', ...(detail === undefined ? {} : { detail }) } as const;
      expect(failureText(failure, String).cause).toBe('not signed in');
    },
  );

  it('is a cause that fits a row and advice that is a sentence, without a link for a notification to make', () => {
    for (const { cause, advice } of Object.values(entraProblems)) {
      expect(cause.length).toBeLessThanOrEqual(60);
      expect(advice).toMatch(/^[A-Z].*\.$/);
      expect(cause + advice).not.toMatch(/[[\]]|https?:|\$\(/);
    }
  });
});
