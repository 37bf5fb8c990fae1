import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Spy } from './product.ts';
import { sessionCredential } from '../../src/platform/sessionCredential.ts';
import { spyOn } from './product.ts';

const scope = 'https://management.azure.com/.default';
const tenantId = '11111111-1111-4111-8111-111111111111';
const expiry = 1_900_000_000;

function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'none' }), part(claims), 'signature'].join('.');
}

describe('The credential of the VS Code account', () => {
  let asked: Spy | undefined;

  afterEach(() => {
    asked?.restore();
  });

  function answering(accessToken?: string): Spy {
    asked = spyOn(vscode.authentication, 'getSession', accessToken === undefined ? undefined : { accessToken });
    return asked;
  }

  it('never shows a dialog, and asks for the tenant as a scope of its own', async () => {
    const { calls } = answering(jwt({ exp: expiry }));
    await sessionCredential('public', tenantId).getToken(scope);
    assert.deepEqual(calls, [['microsoft', [scope, `VSCODE_TENANT:${tenantId}`], { silent: true }]]);
  });

  it('asks the sovereign sign-in for other clouds', async () => {
    const { calls } = answering(jwt({ exp: expiry }));
    await sessionCredential('usgovernment', undefined).getToken([scope]);
    assert.deepEqual(calls, [['microsoft-sovereign-cloud', [scope], { silent: true }]]);
  });

  it('takes the end of the token from the token', async () => {
    const token = jwt({ exp: expiry });
    answering(token);
    const answer = await sessionCredential('public', undefined).getToken(scope);
    assert.deepEqual(answer, { token, expiresOnTimestamp: expiry * 1000 });
  });

  it('asks again soon when the token does not tell its end', async () => {
    for (const token of ['opaque', 'a.b.c', jwt({ exp: 'soon' }), jwt([])]) {
      answering(token);
      const answer = await sessionCredential('public', undefined).getToken(scope);
      asked?.restore();
      const minutes = ((answer?.expiresOnTimestamp ?? 0) - Date.now()) / 60_000;
      assert.ok(minutes > 0 && minutes <= 5, token);
    }
  });

  it('gives nothing when the person would have to act', async () => {
    answering();
    assert.equal(await sessionCredential('public', tenantId).getToken(scope), null);
  });

  it('passes a challenge on in the form that VS Code reads', async () => {
    const { calls } = answering(jwt({ exp: expiry }));
    const claims = '{"access_token":{"nbf":{"essential":true}}}';
    await sessionCredential('public', undefined).getToken(scope, { claims });
    const [, request] = calls[0] as [string, vscode.AuthenticationWwwAuthenticateRequest];
    assert.deepEqual(request.fallbackScopes, [scope]);
    const [, encoded = ''] = /claims="([^"]+)"/.exec(request.wwwAuthenticate) ?? [];
    assert.equal(Buffer.from(encoded, 'base64').toString('utf8'), claims);
  });
});
