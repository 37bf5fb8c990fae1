import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AzureStandIn } from './harness/azureStandIn.ts';
import { anyOf, armError, listing, on, startAzureStandIn } from './harness/azureStandIn.ts';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { pick, runCommand } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, pressInWelcome, tree, welcome } from './harness/sideBar.ts';
import { launchWorkbench } from './harness/workbench.ts';
import type { Workbench } from './harness/workbench.ts';

const container = 'Azure Security Incidents';

/** Of the story in Harbour Shop that makes an incident. */
const shopIncident = 'Customer data taken from orders';

const tenants = /^\/tenants$/;
const tokens = /\/oauth2\/v2\.0\/token$/;
const subscriptions = /^\/subscriptions$/;
const alerts = /\/alerts$/;
const shopAlerts = /\/subscriptions\/e05d6a3b-9f17-4d82-a6c1-58b2f4091004\/.*\/alerts$/;

describe('A person sees what is not well', () => {
  let azure: AzureStandIn;
  let workbench: Workbench;
  const page = (): Page => workbench.page();
  const incidents = () => tree(page(), incidentsView);
  const press = (button: string): Promise<void> => pressInWelcome(page(), button);
  const refresh = (): Promise<void> => runCommand(page(), 'Security Incidents: Refresh');

  /** The view says this and offers these buttons, the first of which is the one to press. */
  const expectWelcome = async (picture: string, text: string, buttons: readonly string[]): Promise<void> => {
    await welcome(page()).getByText(text).waitFor();
    expect(await welcome(page()).getByRole('button').allInnerTexts()).toEqual(buttons);
    await screenshot(page(), `state-${picture}`);
  };

  const signInAsPrincipal = async (): Promise<void> => {
    await runCommand(page(), 'Security Incidents: Sign In…');
    await pick(page(), 'Service principal');
  };

  /** Presses a button of the dialog in front. */
  const answer = async (button: string): Promise<void> => {
    const dialog = page().locator('.monaco-dialog-box');
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  /** What was read before would come back after a sign-in, and stand where nothing could be read. */
  const clearAlerts = async (): Promise<void> => {
    await runCommand(page(), 'Security Incidents: Clear Local Data…');
    await answer('Clear Alerts');
  };

  beforeAll(async () => {
    azure = await startAzureStandIn();
    workbench = await launchWorkbench({
      settings: { 'securityIncidents.signIn': 'vscode', ...azure.settings },
      env: azure.env,
    });
    await openView(page(), container);
    await page().mouse.move(900, 500);
  });

  afterAll(async () => {
    await workbench.close();
    await azure.close();
  });

  keepFailurePictures(page);

  it('signed out: says what to do, and shows the sample environment without any request', async () => {
    await expectWelcome('signed-out', 'Sign in to see the security incidents and alerts', [
      'Sign In with Microsoft',
      'Use the Azure CLI',
      'Use Sample Environment',
    ]);
    await press('Use Sample Environment');
    await incidents().row('Incidents').waitFor();
    expect(azure.requests()).toEqual([]);
  });

  it('signing out empties the view', async () => {
    await runCommand(page(), 'Security Incidents: Sign Out');
    await welcome(page()).getByText('Sign in to see').waitFor();
    expect(await incidents().rows.count()).toBe(0);
  });

  it('sign-in refused: says what is needed', async () => {
    azure.misbehave(
      on(tokens, {
        kind: 'answer',
        status: 401,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret.' }),
      }),
    );
    await signInAsPrincipal();
    await page().getByText('Sign-in failed: the client secret is wrong').waitFor();
    await screenshot(page(), 'state-sign-in-failed');
    await answer('Cancel');
    await expectWelcome('sign-in-refused', 'The service principal was not accepted', [
      'Try Again',
      'Diagnose Sign-In',
      'Set Service Principal',
      'Sign In Differently',
    ]);
  });

  it('no subscriptions', async () => {
    azure.misbehave(on(subscriptions, listing([])));
    await press('Try Again');
    await expectWelcome('no-subscriptions', 'This account reaches no Azure subscription', [
      'Sign In Differently',
      'Refresh',
      'Use Sample Environment',
    ]);
  });

  it('no alerts: only once every subscription was read to its end', async () => {
    azure.misbehave(anyOf(on(shopAlerts, { kind: 'html200' }), on(alerts, listing([]))));
    await press('Refresh');
    await incidents()
      .row(/A proxy or sign-in page answered instead of Azure.*1 of 5 subscriptions not read/)
      .waitFor();
    await screenshot(page(), 'state-nothing-found-but-incomplete');
    expect(await welcome(page()).count()).toBe(0);
    azure.misbehave(on(alerts, listing([])));
    await refresh();
    await expectWelcome('no-alerts', 'No security alerts: every selected subscription was read completely', [
      'Refresh',
      'Select Subscriptions',
    ]);
  });

  it('everything failed', async () => {
    await clearAlerts();
    azure.misbehave(on(tenants, armError(500, 'InternalServerError')));
    await signInAsPrincipal();
    await expectWelcome('server-error', 'Azure answered with an error of its own', [
      'Try Again',
      'Show Log',
      'Sign In Differently',
    ]);
  });

  it('a page of a proxy in place of the answer is a failure, not an empty list', async () => {
    azure.misbehave(on(tenants, { kind: 'html200' }));
    const before = azure.requests().length;
    await press('Try Again');
    await expect.poll(() => azure.requests().length).toBeGreaterThan(before);
    await welcome(page()).getByText('What answered is not what Azure Resource Manager answers').waitFor();
    azure.misbehave(on(alerts, { kind: 'html200' }));
    await press('Try Again');
    await incidents()
      .row(/A proxy or sign-in page answered instead of Azure.*no subscription read/)
      .waitFor();
    await screenshot(page(), 'state-proxy-page');
    expect(await page().getByText('No security alerts').count()).toBe(0);
  });

  it('offline', async () => {
    await azure.goOffline();
    await signInAsPrincipal();
    await page()
      .getByText(/^Sign-in failed/)
      .waitFor();
    await answer('Cancel');
    await expectWelcome('offline', 'Azure could not be reached', ['Try Again', 'Show Log']);
  });

  it('throttled', async () => {
    azure.misbehave(on(tenants, armError(429, 'TooManyRequests', { 'retry-after': '3600' })));
    await azure.goOnline();
    await press('Try Again');
    await expectWelcome('throttled', 'Azure limits the number of requests', ['Try Again', 'Show Log']);
  });

  it('loading: can be cancelled', async () => {
    azure.misbehave(on(tenants, { kind: 'delay', milliseconds: 60_000 }));
    await press('Try Again');
    await page().getByText('Azure asked not to be read again before').waitFor();
    await screenshot(page(), 'state-asked-to-wait');
    await answer('Read Anyway');
    await expectWelcome('loading', 'Reading security alerts from Azure…', ['Cancel', 'Show Log']);
    await press('Cancel');
    await expectWelcome('cancelled', 'Loading was cancelled', ['Refresh']);
  });

  it('partial: one row says why not all could be read, and tries those again that could not', async () => {
    azure.misbehave(on(shopAlerts, armError(500, 'InternalServerError')));
    await press('Refresh');
    await incidents()
      .row(/Azure returned 500 InternalServerError.*3 of 5 subscriptions not read/)
      .waitFor();
    await screenshot(page(), 'state-partial');
    azure.misbehave();
    await incidents().act('3 of 5 subscriptions not read', 'Try Again');
    await incidents().row('2 of 5 subscriptions not read').waitFor();
    await incidents().row(shopIncident).waitFor();
  });

  it('stale: alerts stay when their subscription can no longer be read, and it says since when', async () => {
    azure.misbehave(on(shopAlerts, armError(409, 'Conflict')));
    await refresh();
    await incidents()
      .row(/out of date since \d{1,2}:\d{2}.*3 of 5 subscriptions not read/)
      .waitFor();
    await incidents().row(shopIncident).waitFor();
    await screenshot(page(), 'state-stale');
  });

  it('offline with alerts on the screen: they stay, and all are stale', async () => {
    await azure.goOffline();
    await refresh();
    await incidents()
      .row(/Offline.*out of date since .* and incomplete.*5 of 5 subscriptions not read/)
      .waitFor();
    await incidents().row(shopIncident).waitFor();
    await screenshot(page(), 'state-stale-offline');
    azure.misbehave();
    await azure.goOnline();
    await refresh();
    await incidents().row('2 of 5 subscriptions not read').waitFor();
  });

  it('signed out: all alerts are gone, and no request is made', async () => {
    await runCommand(page(), 'Security Incidents: Sign Out');
    await expectWelcome('signed-out-principal', 'You are signed out', [
      'Sign In with the Service Principal',
      'Sign In Differently',
      'Use Sample Environment',
    ]);
    const before = azure.requests().length;
    await refresh();
    await workbench.reload();
    await openView(page(), container);
    await welcome(page()).getByText('You are signed out').waitFor();
    expect(azure.requests().length).toBe(before);
    await press('Sign In with the Service Principal');
    await incidents().row(shopIncident).waitFor();
  });
});
