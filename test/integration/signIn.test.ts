import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Product } from '../../src/commands/product.ts';
import { commandIds } from '../../src/commands/commandIds.ts';
import { ServicePrincipalStore } from '../../src/platform/signIn/servicePrincipalStore.ts';
import { loadedProduct, Replacements, until } from './product.ts';

const [ada, grace] = [
  { id: 'a', label: 'ada@contoso.example' },
  { id: 'g', label: 'grace@contoso.example' },
];
const guid = '11111111-1111-4111-8111-111111111111';
const canary = 'canary~of.the_secret-1';

function run(id: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(id, ...args);
}

describe('Signing in', () => {
  let product: Product;
  const replaced = new Replacements();

  /** What VS Code's sign-in answers to each question, dialogs included. */
  function sessions(answer: (options: vscode.AuthenticationGetSessionOptions) => unknown): unknown[][] {
    const calls: unknown[][] = [];
    const getSession = (...args: unknown[]): Promise<unknown> => {
      calls.push(args);
      return Promise.resolve().then(() => answer(args[2] as vscode.AuthenticationGetSessionOptions));
    };
    replaced.replace(vscode.authentication, 'getSession', getSession);
    return calls;
  }

  /** The items that the next choice offers; the person takes the one with this label, or none. */
  function choosing(label: string | undefined): { offered: readonly vscode.QuickPickItem[] } {
    const seen: { offered: readonly vscode.QuickPickItem[] } = { offered: [] };
    const pick = async (items: readonly vscode.QuickPickItem[] | Promise<readonly vscode.QuickPickItem[]>) => {
      seen.offered = await items;
      return seen.offered.find((item) => item.label === label);
    };
    replaced.replace(vscode.window, 'showQuickPick', pick);
    return seen;
  }

  const signInSetting = (): unknown => vscode.workspace.getConfiguration('securityIncidents').get('signIn');

  before(async () => {
    product = await loadedProduct();
  });

  afterEach(async () => {
    replaced.restore();
    await product.connection.accounts.choose('public', undefined);
    await new ServicePrincipalStore(product.secrets).forget();
    await run(commandIds.signIn, 'sample');
    await run('workbench.action.closeAllEditors');
  });

  it('offers each account of VS Code, and marks the way that is in use', async () => {
    replaced.spy(vscode.authentication, 'getAccounts', [ada, { ...grace, label: '$(shield) grace' }]);
    const seen = choosing(undefined);
    await run(commandIds.signIn);
    const offered = seen.offered.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
    assert.deepEqual(
      offered.map(({ label }) => label),
      [
        'ada@contoso.example',
        '$ (shield) grace',
        'Another Microsoft account…',
        'Azure CLI',
        'Service principal',
        'Sample environment',
      ],
    );
    assert.deepEqual(
      offered.filter(({ description }) => description === 'current').map(({ label }) => label),
      ['Sample environment'],
    );
    assert.equal(signInSetting(), 'sample');
  });

  it('asks VS Code for the account that the person chose, and remembers it', async () => {
    replaced.spy(vscode.authentication, 'getAccounts', [ada, grace]);
    choosing(grace.label);
    const calls = sessions(({ silent }) => (silent === true ? undefined : { accessToken: 'x', account: grace }));
    await run(commandIds.signIn);
    assert.deepEqual(calls[0], [
      'microsoft',
      ['https://management.azure.com/.default'],
      { createIfNone: true, account: grace },
    ]);
    assert.deepEqual(product.connection.accounts.get('public'), grace);
    assert.equal(signInSetting(), 'vscode');
    // After that only silently: nobody clicked anything.
    for (const [, , options] of calls.slice(1)) assert.deepEqual(options, { silent: true, account: grace });
  });

  it('forgets the tokens of the account before also where its way to Azure was just made anew', async () => {
    sessions(({ account }) => ({ accessToken: 'x', account: account ?? ada }));
    await product.connection.use('vscode');
    const before = await product.connection.desk();
    product.connection.reopen();
    const never = new AbortController().signal;
    await product.connection.trySignIn({ method: 'vscode', account: grace }, never);
    await product.connection.use('vscode');
    assert.notEqual(await product.connection.desk(), before);
  });

  it('keeps what is on the screen when the person turns away', async () => {
    const alerts = product.store.state.correlation.alerts.size;
    const said = replaced.spy(vscode.window, 'showInformationMessage');
    sessions(() => {
      throw new Error('User did not consent to login.');
    });
    await run(commandIds.signIn, 'vscode');
    assert.deepEqual(said.calls, [['Sign-in was not completed.']]);
    assert.equal(signInSetting(), 'sample');
    assert.equal(product.store.state.correlation.alerts.size, alerts);
  });

  it('says why it failed in fixed words, whatever the other side said', async () => {
    const said = replaced.spy(vscode.window, 'showErrorMessage');
    sessions(() => {
      throw new Error('AADSTS53003: [click](command:evil) blocked');
    });
    await run(commandIds.signIn, 'vscode');
    const [[text, options, ...buttons] = []] = said.calls as [string, vscode.MessageOptions, ...string[]][];
    assert.equal(text, 'Sign-in failed: blocked by Conditional Access');
    assert.equal(options?.modal, true, 'a notification would stay after a sign-in that worked');
    assert.doesNotMatch(`${text} ${String(options.detail)}`, /AADSTS|command:/);
    assert.deepEqual(buttons, ['Diagnose', 'Sign In Differently']);
  });

  it('hands the challenge of conditional access to VS Code when the person clicks, and not before', async () => {
    const challenge = 'Bearer error="insufficient_claims", claims="eyJhIjoxfQ=="';
    const calls = sessions(() => ({ accessToken: 'x', account: ada }));
    const failure = { kind: 'notSignedIn', claims: challenge } as const;
    await product.connection.use('vscode');
    product.refresher.cancel();
    product.store.apply({ kind: 'cleared', signedOut: false });
    product.store.apply({ kind: 'listingFailed', failure });
    assert.equal(calls.length, 0);
    await run(commandIds.signIn, 'again');
    const [, request, options] = calls[0] ?? [];
    assert.deepEqual(request, {
      wwwAuthenticate: challenge,
      fallbackScopes: ['https://management.azure.com/.default'],
    });
    assert.deepEqual(options, { createIfNone: true });
  });

  it('keeps a service principal in the secret storage, and nowhere else', async () => {
    const answers = [guid, guid, canary];
    const boxes: vscode.InputBoxOptions[] = [];
    const showInputBox = (options: vscode.InputBoxOptions): Promise<string | undefined> => {
      boxes.push(options);
      return Promise.resolve(answers[boxes.length - 1]);
    };
    replaced.replace(vscode.window, 'showInputBox', showInputBox);
    replaced.spy(vscode.window, 'showErrorMessage');
    replaced.replace(product.connection, 'trySignIn', () => Promise.resolve({ kind: 'cancelled' }));
    await run(commandIds.setServicePrincipal);
    assert.deepEqual(
      boxes.map(({ password }) => password),
      [false, false, true],
    );
    assert.deepEqual(
      [guid, canary].map((entered) => boxes[2]?.validateInput?.(entered)),
      ['This is the ID of a secret. Its value is needed, which the portal shows only once.', undefined],
    );
    const kept = await new ServicePrincipalStore(product.secrets).read();
    assert.deepEqual(kept, {
      tenantId: guid,
      clientId: guid,
      secret: canary,
      authorityHost: 'https://login.microsoftonline.com',
    });
    const settings = JSON.stringify(vscode.workspace.getConfiguration('securityIncidents'));
    assert.doesNotMatch(settings, new RegExp(canary.replaceAll(/\W/g, '.')));
    await run(commandIds.forgetServicePrincipal);
    assert.equal(await new ServicePrincipalStore(product.secrets).read(), undefined);
  });

  it('is diagnosed in a document that cannot be changed', async () => {
    await run(commandIds.diagnoseSignIn);
    await until(() => vscode.window.activeTextEditor !== undefined, 'the diagnosis opened');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'security-incidents');
    assert.match(document.getText(), /^# Sign-in of Azure Security Incidents/);
    assert.match(document.getText(), /Signs in as: sample environment/);
    assert.equal(document.isUntitled, false);
  });

  it('stands beside the title of the view', async () => {
    await until(() => product.view.treeView.description === 'sample environment', 'the view named the sample');
    await run(commandIds.signOut);
    await until(() => product.view.treeView.description === '', 'the view named nobody');
  });

  it('names the field of the custom cloud that is wrong, and asks nobody', async () => {
    const settings = vscode.workspace.getConfiguration('securityIncidents');
    const global = vscode.ConfigurationTarget.Global;
    const custom = { resourceManagerEndpoint: 'https://management.local', authorityHost: 'http://login.local' };
    await settings.update('customCloud', custom, global);
    await settings.update('cloud', 'custom', global);
    const said = replaced.spy(vscode.window, 'showErrorMessage');
    const calls = sessions(() => undefined);
    await run(commandIds.signIn, 'vscode');
    await settings.update('cloud', undefined, global);
    await settings.update('customCloud', undefined, global);
    assert.match(String(said.calls[0]?.[0]), /"authorityHost" must be an https origin/);
    assert.deepEqual(calls, []);
  });
});
