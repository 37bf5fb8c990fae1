// @vitest-environment node
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { HostToWebview } from '../../src/protocol/hostToWebview.ts';
import { parseWebviewToHost } from '../../src/protocol/webviewToHost.ts';
import type { OpenPanel } from './preview/panelPage.ts';
import { sampleMessages } from './preview/samples.ts';
import { usePanels } from './preview/usePanels.ts';

const samples = sampleMessages();

function sample(name: string): Extract<HostToWebview, { type: 'render' }> {
  const message = samples[name];
  if (message?.type !== 'render') throw new Error(`There is no sample ${name}`);
  return message;
}

async function lastPosted(panel: OpenPanel): Promise<unknown> {
  return (await panel.posted()).at(-1);
}

/** The first alert's checklist in an incident's panel. */
function firstSteps({ page }: OpenPanel): Locator {
  return page.getByRole('region', { name: 'Take action' }).locator('details').first();
}

function savedState({ page }: OpenPanel): Promise<unknown> {
  return page.evaluate(() => (window as unknown as { saved: unknown }).saved);
}

/** Folds the first steps, and waits for the page to take note: browsers tell of it a moment after the click. */
async function foldFirstSteps(panel: OpenPanel): Promise<void> {
  await firstSteps(panel).locator('summary').click();
  await expect.poll(() => savedState(panel)).toHaveProperty(['arrangement', 'steps:2517000000000000000_brute'], false);
}

describe('the incident panel', { timeout: 30_000 }, () => {
  const open = usePanels();

  async function incident(): Promise<OpenPanel> {
    const panel = await open();
    await panel.send(sample('incident'));
    return panel;
  }

  it.each([
    { width: 930, below: 450 },
    { width: 1400, below: 450 },
    { width: 480, below: 800 },
  ])('shows what to do on the first screen at a width of $width', async ({ width, below }) => {
    const panel = await open({ width });
    await panel.send(sample('incident'));
    const box = await panel.page.getByRole('heading', { name: 'Take action' }).boundingBox();
    expect(box?.y).toBeLessThan(below);
  });

  it('says that it is ready, and every message it posts is one that the host accepts', async () => {
    const panel = await incident();
    const { page } = panel;
    await page.getByRole('checkbox', { name: 'Allow SSH from known addresses only:' }).click();
    await page.getByRole('button', { name: 'Digital currency mining process started' }).first().click();
    await page.getByRole('button', { name: 'Copy command' }).first().click();
    await page.getByRole('button', { name: 'Open in Azure portal' }).click();
    const posted = await panel.posted();
    expect(posted.map((message) => parseWebviewToHost(message)?.type)).toEqual([
      'ready',
      'setStep',
      'openAlert',
      'copy',
      'openLink',
    ]);
  });

  it('shows a tick at once, and says how far one is when the host has stored it', async () => {
    const panel = await incident();
    const box = panel.page.getByRole('checkbox', { name: 'Block the domain at the firewall.' });
    await box.focus();
    await panel.page.keyboard.press('Space');
    const asked = await lastPosted(panel);
    expect(asked).toMatchObject({ type: 'setStep', state: 'done' });
    // The toolkit writes attributes a moment after it has changed.
    await expect.poll(() => box.getAttribute('aria-checked')).toBe('true');
    const { alertKey, stepKey } = asked as { alertKey: string; stepKey: string };
    await panel.send({ type: 'stepSaved', alertKey, stepKey, state: 'done', ok: true });
    expect(await panel.page.getByRole('status').first().textContent()).toBe('Step done. 2 of 12 done, 1 skipped.');
    expect(await panel.page.evaluate(() => document.activeElement?.tagName)).toBe('VSCODE-CHECKBOX');
  });

  it('shows the step as it is stored when the change could not be stored, and says so', async () => {
    const panel = await incident();
    const box = panel.page.getByRole('checkbox', { name: 'Block the domain at the firewall.' });
    await box.click();
    const { alertKey, stepKey } = (await lastPosted(panel)) as { alertKey: string; stepKey: string };
    await panel.send({ type: 'stepSaved', alertKey, stepKey, state: 'done', ok: false });
    await expect.poll(() => box.getAttribute('aria-checked')).toBe('false');
    expect(await panel.page.getByRole('alert').textContent()).toContain('could not be stored');
  });

  it('unticks a step that was done', async () => {
    const panel = await incident();
    await panel.page.getByRole('checkbox', { name: /^Reset the password/ }).click();
    expect(await lastPosted(panel)).toMatchObject({ type: 'setStep', state: 'toDo' });
  });

  it('skips a step with a reason by keyboard alone, and asks for the reason when it is empty', async () => {
    const panel = await incident();
    const { page } = panel;
    await page.getByRole('button', { name: 'Skip…: Block the domain at the firewall.' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await panel.posted()).toHaveLength(1);
    await page.keyboard.type('done by another team');
    await page.keyboard.press('Enter');
    expect(await lastPosted(panel)).toMatchObject({
      type: 'setStep',
      state: 'skipped',
      reason: 'done by another team',
    });
    const focused = await page.evaluate(() => document.activeElement?.tagName.toLowerCase());
    expect(focused).toBe('vscode-checkbox');
  });

  it('gives the focus back when skipping is called off', async () => {
    const { page } = await incident();
    const skip = page.getByRole('button', { name: 'Skip…: Block the domain at the firewall.' });
    await skip.click();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('group', { name: /^Skip:/ }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Skip…: Block the domain at the firewall.',
    );
  });

  it('undoes a skip', async () => {
    const panel = await incident();
    await panel.page.getByRole('button', { name: /^Undo skip/ }).click();
    expect(await lastPosted(panel)).toMatchObject({ type: 'setStep', state: 'toDo' });
  });

  it('reaches every control by the Tab key, in the order of the page, with a visible focus', async () => {
    const { page } = await incident();
    const order: { top: number; outline: boolean }[] = [];
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const active = document.activeElement;
        if (active === null || active === document.body) return undefined;
        const inner = active.shadowRoot?.activeElement ?? active.shadowRoot?.querySelector('.control') ?? active;
        const { outlineStyle, borderColor } = getComputedStyle(inner);
        return {
          top: Math.round(active.getBoundingClientRect().top + window.scrollY),
          outline: outlineStyle !== 'none' || borderColor === 'rgb(0, 120, 212)',
        };
      });
      if (at === undefined) break;
      order.push(at);
    }
    expect(order.length).toBeGreaterThan(30);
    expect(order.filter(({ outline }) => !outline)).toEqual([]);
  });

  it('keeps scroll position, focus and folded parts when it is drawn again', async () => {
    const panel = await open({ width: 480 });
    const { page } = panel;
    await panel.send(sample('incident'));
    const steps = firstSteps(panel);
    await foldFirstSteps(panel);
    const target = page.getByRole('button', { name: 'Skip…: Block the domain at the firewall.' });
    await target.scrollIntoViewIfNeeded();
    await target.focus();
    const before = await page.evaluate(() => window.scrollY);
    await panel.send(sample('incident'));
    expect(await page.evaluate(() => window.scrollY)).toBe(before);
    expect(before).toBeGreaterThan(100);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Skip…: Block the domain at the firewall.',
    );
    expect(await steps.getAttribute('open')).toBeNull();
  });

  it('keeps ids and arrangement for a restart, and no text of an alert', async () => {
    const panel = await incident();
    await foldFirstSteps(panel);
    const saved = await savedState(panel);
    const { target } = sample('incident');
    expect(saved).toEqual({ target, arrangement: { [`steps:2517000000000000000_brute`]: false } });
    const again = await open({ state: saved });
    await again.send(sample('incident'));
    expect(await firstSteps(again).getAttribute('open')).toBeNull();
  });

  it('takes no message from another frame', async () => {
    const panel = await incident();
    await panel.page.evaluate(
      async (data) => {
        const foreign = new MessageEvent('message', { data, origin: 'https://evil.example' });
        window.dispatchEvent(foreign);
        await new Promise((done) => setTimeout(done));
      },
      sample('gone') as unknown,
    );
    expect(await panel.page.locator('h1').textContent()).toBe('Security incident detected on a compromised machine');
  });

  it('takes no message that is not exactly one of ours', async () => {
    const panel = await incident();
    const model = { ...sample('gone').model, extra: 1 };
    await panel.send({ ...sample('gone'), model });
    await panel.send({ type: 'eval', code: 'x' } as unknown as HostToWebview);
    expect(await panel.page.locator('h1').textContent()).toBe('Security incident detected on a compromised machine');
  });

  it('says what to do when its subject is gone', async () => {
    const panel = await open();
    await panel.send(sample('gone'));
    await panel.page.getByRole('button', { name: 'Refresh' }).click();
    expect(await lastPosted(panel)).toEqual({ type: 'refresh' });
  });
});

describe('the alert panel', { timeout: 30_000 }, () => {
  const open = usePanels();

  it('leads from a process to its image file', async () => {
    const panel = await open();
    const { page } = panel;
    await panel.send(sample('alert'));
    await page.getByRole('button', { name: '/tmp/.x/kworkerds', exact: true }).click();
    const title = await page.evaluate(() => document.activeElement?.querySelector('.card-title')?.textContent.trim());
    expect(title).toBe('/tmp/.x/kworkerds');
  });

  it('opens the incident that the alert is in', async () => {
    const panel = await open();
    await panel.send(sample('alert'));
    await panel.page.getByRole('button', { name: 'Security incident detected on a compromised machine' }).click();
    expect(await lastPosted(panel)).toMatchObject({ type: 'openIncident' });
  });

  it('marks what the service left blank, and says so to a screen reader', async () => {
    const panel = await open();
    await panel.send(sample('incident'));
    await panel.page.getByText('left blank by the service').first().waitFor({ state: 'attached' });
    expect(await panel.page.locator('.placeholder').first().textContent()).toContain('User Name');
  });
});
