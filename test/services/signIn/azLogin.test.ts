import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { azLogin } from '../../../src/services/signIn/azLogin.ts';
import { subscriptionA as tenantId } from '../../builders/alert.ts';

const scope = 'https://management.azure.com/.default';
const claims = Buffer.from('{"access_token":{"nbf":{"essential":true}}}').toString('base64');

describe('the command that signs the Azure CLI in', () => {
  it('names the tenant, and the claims with the scope that they are about', () => {
    expect(azLogin({ scope })).toBe('az login');
    expect(azLogin({ tenantId, scope })).toBe(`az login --tenant ${tenantId}`);
    const challenge = `Bearer authorization_uri="https://x/", error="insufficient_claims", claims="${claims}"`;
    expect(azLogin({ tenantId, challenge, scope })).toBe(
      `az login --tenant ${tenantId} --claims-challenge "${claims}" --scope ${scope}`,
    );
  });

  it('holds nothing that a shell would take for more than a word, whatever the service sent', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 40 });
    const part = fc.oneof(hostile, fc.constantFrom('$(id)', '`id`', '"; rm', "';", '\n', '&&', claims));
    fc.assert(
      fc.property(part, part, part, (tenant, challenge, endpoint) => {
        const command = azLogin({
          tenantId: tenant,
          challenge: `Bearer claims="${challenge}"`,
          scope: `https://${endpoint}/.default`,
        });
        expect(command).toMatch(/^az login(?: --claims-challenge "[\w+/-]+={0,2}")?(?: --scope https:[\w./:-]+)?$/);
      }),
      { numRuns: 1000 },
    );
  });
});
