import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Spy } from './product.ts';
import { cloudEndpoints, publicCloud } from '../../src/domain/cloudEndpoints.ts';
import { ChosenAccount } from '../../src/platform/chosenAccount.ts';
import { sessionCredential } from '../../src/platform/signIn/sessionCredential.ts';
import { memory } from './memory.ts';
import { Replacements } from './product.ts';

const scope = 'https://management.azure.com/.default';
const tenantId = '11111111-1111-4111-8111-111111111111';
const expiry = 1_900_000_000;
const [ada, grace] = [
  { id: 'a', label: 'ada@contoso.example' },
  { id: 'g', label: 'grace@contoso.example' },
];

function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'none' }), part(claims), 'signature'].join('.');
}

describe('The credential of the VS Code account', () => {
  const replaced = new Replacements();
  let accounts: ChosenAccount;

  beforeEach(() => {
    accounts = new ChosenAccount(memory());
  });

  afterEach(() => {
    replaced.restore();
  });

  function answering(accessToken?: string, account = ada): Spy {
    const session = accessToken === undefined ? undefined : { accessToken, account };
    return replaced.spy(vscode.authentication, 'getSession', session);
  }

  function present(...there: readonly vscode.AuthenticationSessionAccountInformation[]): void {
    replaced.spy(vscode.authentication, 'getAccounts', there);
  }

  function aCredential(tenant?: string) {
    return sessionCredential({ cloud: 'public', endpoints: publicCloud, accounts }, tenant);
  }

  it('never shows a dialog, and asks for the tenant as a scope of its own', async () => {
    const { calls } = answering(jwt({ exp: expiry }));
    await aCredential(tenantId).getToken(scope);
    assert.deepEqual(calls, [['microsoft', [scope, `VSCODE_TENANT:${tenantId}`], { silent: true }]]);
  });

  it('asks for the account that was chosen, and for no other', async () => {
    await accounts.choose('public', grace);
    const { calls } = answering(jwt({ exp: expiry }), grace);
    await aCredential().getToken(scope);
    assert.deepEqual(calls, [['microsoft', [scope], { silent: true, account: grace }]]);
  });

  it('does not take the token of another account than the one that was chosen', async () => {
    await accounts.choose('public', grace);
    answering(jwt({ exp: expiry }), ada);
    assert.equal(await aCredential().getToken(scope), null);
    assert.deepEqual(accounts.get('public'), grace);
  });

  for (const [what, chosen] of [
    ['chosen another account', grace],
    ['signed out', undefined],
  ] as const) {
    it(`takes nothing of an account when the person has ${what} while VS Code was asked`, async () => {
      await accounts.choose('public', ada);
      const answer = async () => {
        await accounts.choose('public', chosen);
        return { accessToken: jwt({ exp: expiry }), account: ada };
      };
      replaced.replace(vscode.authentication, 'getSession', answer);
      assert.equal(await aCredential().getToken(scope), null);
      assert.deepEqual(accounts.get('public'), chosen);
    });
  }

  it('remembers the account that VS Code gave, where none was chosen', async () => {
    answering(jwt({ exp: expiry }));
    await aCredential().getToken(scope);
    assert.deepEqual(accounts.get('public'), ada);
    assert.equal(accounts.get('china'), undefined);
  });

  it('says so when the account has left VS Code', async () => {
    await accounts.choose('public', grace);
    answering();
    present(ada);
    await assert.rejects(async () => aCredential().getToken(scope), { name: 'AccountGone' });
  });

  for (const cloud of ['usgovernment', 'china'] as const) {
    it(`asks nobody for ${cloud} while VS Code signs in to another cloud`, async () => {
      const { calls } = answering(jwt({ exp: expiry }));
      const endpoints = cloudEndpoints(cloud, null) ?? publicCloud;
      const credential = sessionCredential({ cloud, endpoints, accounts }, undefined);
      await assert.rejects(async () => credential.getToken(scope), { name: 'SovereignSettingDiffers' });
      assert.deepEqual(calls, []);
    });
  }

  it('asks the sovereign sign-in once VS Code signs in to the same cloud', async () => {
    const settings = vscode.workspace.getConfiguration('microsoft-sovereign-cloud');
    await settings.update('environment', 'USGovernment', vscode.ConfigurationTarget.Global);
    const { calls } = answering(jwt({ exp: expiry }));
    const endpoints = cloudEndpoints('usgovernment', null) ?? publicCloud;
    const scopeThere = 'https://management.usgovcloudapi.net/.default';
    await sessionCredential({ cloud: 'usgovernment', endpoints, accounts }, undefined).getToken([scopeThere]);
    await settings.update('environment', undefined, vscode.ConfigurationTarget.Global);
    assert.deepEqual(calls, [['microsoft-sovereign-cloud', [scopeThere], { silent: true }]]);
  });

  it('takes the end of the token from the token', async () => {
    const token = jwt({ exp: expiry });
    answering(token);
    assert.deepEqual(await aCredential().getToken(scope), { token, expiresOnTimestamp: expiry * 1000 });
  });

  it('asks again soon when the token does not tell its end', async () => {
    for (const token of ['opaque', 'a.b.c', jwt({ exp: 'soon' }), jwt([])]) {
      const spy = answering(token);
      const answer = await aCredential().getToken(scope);
      spy.restore();
      const minutes = ((answer?.expiresOnTimestamp ?? 0) - Date.now()) / 60_000;
      assert.ok(minutes > 0 && minutes <= 5, token);
    }
  });

  it('gives nothing when the person would have to act', async () => {
    answering();
    assert.equal(await aCredential(tenantId).getToken(scope), null);
  });

  it('passes a challenge on in the form that VS Code reads', async () => {
    const { calls } = answering(jwt({ exp: expiry }));
    const claims = '{"access_token":{"nbf":{"essential":true}}}';
    await aCredential().getToken(scope, { claims });
    const [, request] = calls[0] as [string, vscode.AuthenticationWwwAuthenticateRequest];
    assert.deepEqual(request.fallbackScopes, [scope]);
    const [, encoded = ''] = /claims="([^"]+)"/.exec(request.wwwAuthenticate) ?? [];
    assert.equal(Buffer.from(encoded, 'base64').toString('utf8'), claims);
  });
});
