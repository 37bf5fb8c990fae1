import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  idProblem,
  readServicePrincipal,
  secretProblem,
  writeServicePrincipal,
} from '../../../src/services/signIn/servicePrincipal.ts';
import { subscriptionA as tenantId, subscriptionB as clientId } from '../../builders/alert.ts';

const principal = {
  tenantId,
  clientId,
  secret: 'aB3~canary.of_a-secret',
  authorityHost: 'https://login.local.example',
};

describe('a service principal', () => {
  it('comes back as it was kept', () => {
    expect(readServicePrincipal(writeServicePrincipal(principal))).toEqual(principal);
  });

  it.each([
    undefined,
    '',
    'null',
    '[]',
    '{',
    JSON.stringify({ ...principal, tenantId: 'common' }),
    JSON.stringify({ ...principal, clientId: 7 }),
    JSON.stringify({ ...principal, secret: '' }),
    JSON.stringify({ ...principal, authorityHost: 'http://login.local.example' }),
    JSON.stringify({ ...principal, authorityHost: undefined }),
  ])('is none when what was kept is %j', (kept) => {
    expect(readServicePrincipal(kept)).toBeUndefined();
  });

  it('asks for GUIDs, and for the value of the secret instead of its ID', () => {
    expect(idProblem(` ${tenantId} `)).toBeUndefined();
    expect(idProblem('contoso.onmicrosoft.com')).toBe('notAGuid');
    expect(secretProblem(principal.secret)).toBeUndefined();
    expect(secretProblem(tenantId)).toBe('secretIsItsId');
    for (const secret of ['', 'short', 'with a space', 'schlüssel~123', 'x'.repeat(513)]) {
      expect(secretProblem(secret), secret).toBe('badSecret');
    }
  });

  it('is read from no text that breaks a rule', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (secret, authorityHost) => {
        const read = readServicePrincipal(JSON.stringify({ ...principal, secret, authorityHost }));
        expect(read === undefined || secretProblem(read.secret) === undefined).toBe(true);
      }),
    );
  });
});
