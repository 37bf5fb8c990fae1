import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startArmServer, type ArmServer } from '../arm-server/startArmServer.ts';
import {
  foreignAddresses,
  hostileAnswers,
  hostileList,
  names,
  payloads,
  unknownWords,
} from '../builders/hostileList.ts';
import { invisible } from '../builders/hostileText.ts';
import { keepFailurePictures } from './harness/failurePicture.ts';
import { activeElementsIn } from './harness/markup.ts';
import { recordOutgoing } from './harness/outgoing.ts';
import { pickEntries, runCommand, search } from './harness/palette.ts';
import { screenshot } from './harness/screenshot.ts';
import { incidentsView, openView, tree } from './harness/sideBar.ts';
import { webviewPanel } from './harness/webview.ts';
import { launchWorkbench, type Workbench } from './harness/workbench.ts';

const container = 'Azure Security Incidents';
const list = hostileList();

describe('Alerts that an attacker wrote, from the wire to the screen', () => {
  let azure: ArmServer;
  let folder: string;
  let workbench: Workbench;
  let outgoing: () => readonly string[];
  const windows: Page[] = [];
  const page = (): Page => workbench.page();
  const alerts = () => tree(page(), incidentsView);

  beforeAll(async () => {
    azure = await startArmServer({ now: Date.now(), faults: hostileAnswers(list) });
    folder = await mkdtemp(join(tmpdir(), 'hostile-'));
    const certificate = join(folder, 'certificate.pem');
    await writeFile(certificate, azure.certificatePem);
    workbench = await launchWorkbench({
      settings: {
        'securityIncidents.signIn': 'environment',
        'securityIncidents.cloud': 'custom',
        'securityIncidents.customCloud': {
          resourceManagerEndpoint: azure.origin,
          authorityHost: azure.origin,
          portalUrl: azure.origin,
        },
      },
      env: {
        AZURE_TENANT_ID: '3d1f5a70-64c2-4f0b-8f59-1f6d2c9ab001',
        AZURE_CLIENT_ID: 'b1a7c0de-0000-4000-a000-000000000001',
        AZURE_CLIENT_SECRET: 'right',
        NODE_EXTRA_CA_CERTS: certificate,
      },
    });
    const context = page().context();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    outgoing = recordOutgoing(context);
    context.on('page', (opened) => windows.push(opened));
    await openView(page(), container);
  });

  afterAll(async () => {
    await workbench.close();
    await azure.close();
    await rm(folder, { recursive: true, force: true });
  });

  keepFailurePictures(page);

  /** The panel of the item in the row with this text. Tabs cut long titles. */
  const openedFrom = async (row: string, title = row.slice(0, 30)): Promise<Frame> => {
    await alerts().open(row);
    return webviewPanel(page(), title);
  };

  /** Everything that may be seen or run in a panel. */
  const expectOnlyText = async (panel: Frame): Promise<void> => {
    expect(await activeElementsIn(panel.locator('main'))).toEqual([]);
    expect(await panel.locator('main').innerText()).not.toMatch(invisible);
    expect(await panel.evaluate('window.pwned')).toBeUndefined();
  };

  it('arrive through the sign-in and the socket of production, and none is lost', async () => {
    await alerts().row('Incidents').waitFor();
    const texts = await alerts().texts();
    expect(texts).toContain('Incidents: 1');
    expect(texts).toContain(`Alerts: ${String(list.alerts)} · ${String(list.standalone)} in no incident`);
    expect(texts.find((text) => text.includes(names.incident))).toContain(`${String(list.members)} alerts`);
    expect(texts[0]).toContain(`${String(list.unreadable)} rows could not be read: incomplete`);
    expect(azure.requests.some(({ method, url }) => method === 'POST' && url.includes('/oauth2/'))).toBe(true);
  });

  it('stand in the rows letter by letter, with what hides made visible', async () => {
    await alerts().collapse('Low');
    await alerts().expand('Unknown severity');
    await alerts().row(names.words).waitFor();
    await screenshot(page(), 'hostile-tree');
    const { rows } = alerts();
    const texts = await rows.allTextContents();
    expect(texts.filter((text) => invisible.test(text))).toEqual([]);
    expect(payloads.filter(({ shown }) => !texts.some((text) => text.startsWith(shown)))).toEqual([]);
    expect(await activeElementsIn(rows)).toEqual([]);
  });

  it('stand in the tooltips as text', async () => {
    for (const { shown } of payloads) {
      await alerts().row(shown).hover();
      const tooltip = page().locator('.workbench-hover:visible');
      await tooltip.getByText('Severity: Unknown').waitFor();
      // The tooltip of the row before may be there for a moment longer.
      await expect.poll(() => tooltip.innerText(), { timeout: 10_000 }).toContain(shown);
      expect(await activeElementsIn(tooltip)).toEqual([]);
    }
    await screenshot(page(), 'hostile-tooltip');
    await page().mouse.move(900, 500);
  });

  it('stand in the palette without icons and links', async () => {
    await runCommand(page(), 'Security Incidents: Open Alert…');
    for (const { shown } of payloads) {
      await search(page(), /^Open an alert/, longestWord(shown));
      const label = pickEntries(page()).locator('.label-name').getByText(shown.replace('$(', '$ ('), { exact: true });
      await label.first().waitFor();
      expect(await activeElementsIn(pickEntries(page()).first())).toEqual([]);
      expect(await pickEntries(page()).locator('.label-name .codicon').count()).toBe(0);
    }
    await search(page(), /^Open an alert/, 'sync~spin');
    await pickEntries(page()).filter({ hasText: '$ (sync~spin)' }).first().waitFor();
    await screenshot(page(), 'hostile-palette');
    await page().keyboard.press('Escape');
  });

  it.each(payloads)('stand in the panel as text: $shown', async ({ shown }) => {
    const panel = await openedFrom(shown);
    expect(await panel.locator('h1').innerText()).toBe(shown);
    const folded = panel.locator('main details:not([open]) > summary');
    while ((await folded.count()) > 0) await folded.first().click();
    const text = await panel.locator('main').innerText();
    expect(text).toContain(`Unknown (${shown.slice(0, 20)}`);
    expect(text.split(shown).length).toBeGreaterThan(20);
    await expectOnlyText(panel);
  });

  it('say what is unknown in the words of the service', async () => {
    await screenshot(page(), 'hostile-panel');
    const panel = await openedFrom(names.words);
    const text = await panel.locator('main').innerText();
    const { severity, status, intent, entityType } = unknownWords;
    for (const word of [severity, status]) expect(text).toContain(`Unknown (${word})`);
    expect(text).toContain(`${intent} (unknown tactic)`);
    expect(text).toContain(`${entityType} (unknown type)`);
  });

  it('show what has no usable properties at all', async () => {
    const panel = await openedFrom('unknown time', 'Unknown');
    await expectOnlyText(panel);
  });

  it('give foreign addresses as text to copy, and no way to open them', async () => {
    await alerts().collapse('Unknown severity');
    await alerts().expand(/^High/);
    const panel = await openedFrom(names.links);
    const shown = await panel.locator('.address-only code').allInnerTexts();
    // A host with letters that only look like others is shown with those letters named.
    expect(shown).toEqual(foreignAddresses.map((address) => address.replace('\u03BF', '⟨U+03BF⟩')));
    const portal = panel.getByTitle(`Opens ${new URL(azure.origin).host} in the browser`);
    expect(await panel.getByTitle(/^Opens /).count()).toBe(await portal.count());
    for (const address of await panel.locator('.address-only code').all()) await address.click();
    await panel.getByRole('button', { name: 'Copy address' }).first().click();
    await panel.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page().evaluate('navigator.clipboard.readText()')).toBe(foreignAddresses[0]);
    await screenshot(page(), 'hostile-links');
  });

  it('name each other in circles and into the void without harm', async () => {
    const panel = await openedFrom(names.cycle);
    await screenshot(page(), 'hostile-cycle');
    for (const entity of ['0x1', '0x2', '203.0.113.9']) await panel.getByText(entity).first().waitFor();
  });

  it('are said to be unreadable where their fields have the wrong type', async () => {
    const panel = await openedFrom(names.types);
    await panel.getByText('The service sent fields in a form that cannot be read').first().waitFor();
  });

  it('are shown in part when they are 5 MB long, and in full on request', async () => {
    const panel = await openedFrom(names.huge);
    await screenshot(page(), 'hostile-huge');
    await panel.getByRole('button', { name: /^Show all \([\d,]+ more characters\)/ }).click();
    await expect.poll(() => panel.locator('.long-text p').count(), { timeout: 20_000 }).toBeGreaterThan(600);
    const copy = panel.locator('.panel-header .actions vscode-button').last();
    await copy.click();
    await expect.poll(() => copy.innerText()).toContain('Copied');
    expect(await activeElementsIn(panel.locator('main'))).toEqual([]);
  });

  it('stand in an incident of 500, those that are not in the list included', async () => {
    const panel = await openedFrom(names.incident);
    await panel
      .getByText(`${String(list.members)} alerts`)
      .first()
      .waitFor();
    await panel.getByRole('button', { name: `Show all ${String(list.members)} alerts` }).click();
    await expect.poll(() => panel.locator('.timeline > li').count(), { timeout: 20_000 }).toBe(list.members);
    expect(await panel.locator('.timeline > li.missing').count()).toBe(list.dangling);
    await screenshot(page(), 'hostile-incident');
    await expectOnlyText(panel);
  });

  it('open nothing, send nothing, break no policy and notify nobody', async () => {
    expect.soft(outgoing()).toEqual([]);
    expect.soft(windows).toEqual([]);
    expect.soft(await page().evaluate('window.pwned')).toBeUndefined();
    expect.soft(await page().locator('.terminal-wrapper').count()).toBe(0);
    expect.soft(workbench.complaints()).toEqual([]);
    expect.soft(await page().locator('.notification-toast').count()).toBe(0);
    expect.soft(await page().title()).not.toMatch(invisible);
  });
});

/** A word to search for, of what a keyboard can type. */
function longestWord(shown: string): string {
  const words = shown.split(/⟨U\+[0-9A-F]+⟩|\s/);
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}
