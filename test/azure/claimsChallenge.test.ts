import { expect, it } from 'vitest';
import { claimsIn } from '../../src/azure/claimsChallenge.ts';

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
const encoded = Buffer.from(claims).toString('base64');

it('reads the claims of a challenge among its other parts', () => {
  expect(claimsIn(`Bearer realm="", error="insufficient_claims", claims="${encoded}"`)).toBe(claims);
  expect(claimsIn(`Basic realm="x", Bearer claims="${encoded}", error="insufficient_claims"`)).toBe(claims);
});

it.each([
  ['no claims', 'Bearer error="invalid_token"'],
  ['nothing', ''],
  ['another scheme', `Basic claims="${encoded}"`],
  ['claims that are no base64', 'Bearer claims="{not}"'],
  ['claims that are no JSON', `Bearer claims="${Buffer.from('{').toString('base64')}"`],
  ['claims that are no object', `Bearer claims="${Buffer.from('5').toString('base64')}"`],
  ['more than any challenge has', `Bearer claims="${encoded}" ${'x'.repeat(9_000)}`],
])('finds none in %s', (_, challenge) => {
  expect(claimsIn(challenge)).toBeUndefined();
});
