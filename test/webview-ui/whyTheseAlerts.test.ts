// @vitest-environment node
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { parseWebviewToHost } from '../../src/protocol/webviewToHost.ts';
import { buildIncidentPanelModel } from '../../src/services/viewModels/buildIncidentPanelModel.ts';
import { attackStory } from '../builders/attackStory.ts';
import { hostileTexts } from '../builders/hostileText.ts';
import { aLink, aLinkedIncident } from '../builders/linkedIncident.ts';
import { aPanelContext } from '../builders/panelContext.ts';
import type { OpenPanel } from './preview/panelPage.ts';
import { render, sampleMessages } from './preview/samples.ts';
import { usePanels } from './preview/usePanels.ts';

const samples = sampleMessages();

function why({ page }: OpenPanel): Locator {
  return page.getByRole('region', { name: 'Why these alerts?' });
}

/** The section's words as they are seen and read, white space folded. */
async function words(part: Locator): Promise<string> {
  return ((await part.textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();
}

describe('why these alerts', { timeout: 30_000 }, () => {
  const open = usePanels();

  async function shown(sample: string, width = 1400): Promise<OpenPanel> {
    const panel = await open({ width });
    await panel.send(samples[sample] ?? expect.fail(`There is no sample ${sample}`));
    return panel;
  }

  function manyLinks(count: number) {
    const context = aPanelContext(attackStory());
    const links = Array.from({ length: count }, () => aLink('brute', 'miner'));
    return render(buildIncidentPanelModel({ ...aLinkedIncident(context), links }, context).model);
  }

  it('stands after what to do and after the alerts, with the sentence in sight', async () => {
    const panel = await shown('linkedIncident');
    const headings = await panel.page.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings.map((text) => text.trim()).slice(-4)).toEqual([
      'Take action',
      'General information',
      'Alerts',
      'Why these alerts?',
    ]);
    expect(
      await why(panel)
        .getByText(/^5 alerts within 5 hours share the address/)
        .isVisible(),
    ).toBe(true);
  });

  it('says of each link in words what its drawing says: strength, what is shared, gap, stage, step', async () => {
    const panel = await shown('linkedIncident');
    const items = await Promise.all((await why(panel).locator('.why-links > li').all()).map(words));
    expect(items[0]).toBe(
      'High severity Successful SSH brute-force attack Very likely, over 99% address 203.0.113.77 account deploy on shop-web-01 resource shop-web-01 domain updates.vendor.example · proves nothing 40 min later Further along the kill chain Linked by this alone High severity Digital currency mining process started',
    );
    expect(items[1]).toMatch(
      /^Digital currency mining process started Possible, 62% .*1 h 45 min later Same stage of the kill chain Detectors that go together Linked on a second look They name different actors/,
    );
    expect(items[2]).toMatch(/Likely, 86% .*At the same time Back along the kill chain Linked by Defender for Cloud/);
    expect(items[3]).toMatch(/^Suspicious scheduled task added 40 min later Linked by a person/);
    expect(items[4]).toMatch(
      /Weak by itself, 31% .*Time unknown Same detector again .*Alert that is no longer listed$/,
    );
  });

  it('draws as many bars as the word is strong', async () => {
    const panel = await shown('linkedIncident');
    const bars = await why(panel)
      .locator('.strength')
      .evaluateAll((all) => all.map((one) => one.querySelectorAll('.full').length));
    expect(bars).toEqual([4, 2, 3, 1]);
  });

  it('opens an alert by keyboard', async () => {
    const panel = await shown('linkedIncident');
    const title = why(panel).getByRole('button', { name: 'Communication with a suspicious domain', exact: true });
    await title.focus();
    await panel.page.keyboard.press('Enter');
    const message = parseWebviewToHost((await panel.posted()).at(-1));
    expect(message).toEqual({ type: 'openAlert', alertKey: '2517000000000000000_beacon' });
  });

  it('is one tab stop, in which arrow keys go from alert to alert', async () => {
    const panel = await shown('linkedIncident');
    const focused = (): Promise<string> => panel.page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
    await why(panel).locator('summary').focus();
    const passed: string[] = [];
    for (const key of ['Tab', 'ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home', 'ArrowUp']) {
      await panel.page.keyboard.press(key);
      passed.push(await focused());
    }
    expect(passed).toEqual([
      'Successful SSH brute-force attack',
      'Digital currency mining process started',
      'Suspicious scheduled task added',
      'Suspicious scheduled task added',
      'Security incident detected on a compromised machine',
      'Successful SSH brute-force attack',
      'Successful SSH brute-force attack',
    ]);
    await panel.page.keyboard.press('ArrowRight');
    await panel.page.keyboard.press('Enter');
    const message = parseWebviewToHost((await panel.posted()).at(-1));
    expect(message).toEqual({ type: 'removeFromIncident', alertKey: '2517000000000000000_brute' });
    await panel.page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('Successful SSH brute-force attack');
    await panel.page.keyboard.press('Tab');
    expect(await panel.page.evaluate(() => document.activeElement?.closest('.why-links') === null)).toBe(true);
  });

  it('folds and unfolds the links by keyboard, and the sentence stays', async () => {
    const panel = await shown('linkedIncident');
    const list = why(panel).locator('.why-links');
    await why(panel).locator('summary').focus();
    await panel.page.keyboard.press('Enter');
    await expect.poll(() => list.count()).toBe(0);
    expect(
      await why(panel)
        .getByText(/^5 alerts within/)
        .isVisible(),
    ).toBe(true);
    await panel.page.keyboard.press('Space');
    await expect.poll(() => list.count()).toBe(1);
  });

  it.each([
    [8, 1],
    [9, 0],
  ])('with %d links shows %d list unasked', async (count, lists) => {
    const panel = await open();
    await panel.send(manyLinks(count));
    expect(await why(panel).locator('.why-links').count()).toBe(lists);
  });

  it('lists the first forty of many links, and all of them on request', async () => {
    const panel = await open();
    await panel.send(manyLinks(120));
    await why(panel).locator('summary').click();
    await expect.poll(() => why(panel).locator('.why-links > li').count()).toBe(40);
    await why(panel).getByRole('button', { name: 'Show all 120 links' }).click();
    expect(await why(panel).locator('.why-links > li').count()).toBe(120);
  });

  it('admits in one sentence that the service does not say why', async () => {
    const panel = await shown('declaredIncident');
    expect(await words(why(panel))).toBe(
      'Why these alerts? Defender for Cloud put these alerts together; it does not say why.',
    );
  });

  it('says how many alerts are here without a link, and why', async () => {
    const context = aPanelContext(attackStory());
    const { model } = buildIncidentPanelModel(aLinkedIncident(context), context);
    const panel = await open();
    await panel.send(render({ ...model, why: { ...model.why, repeated: 1, declaredOnly: 2 } }));
    expect(await words(why(panel).locator('.hint').last())).toBe(
      '1 more alert repeats one of these within the hour. 2 more alerts are here because Defender for Cloud says so.',
    );
  });

  it('fits a narrow panel, with a long name in every chip', async () => {
    const context = aPanelContext(attackStory());
    const shared = [{ kind: 'command' as const, key: 'x'.repeat(500), likelihood: 9 }];
    const incident = { ...aLinkedIncident(context), links: [aLink('brute', 'miner', { shared })] };
    const panel = await open({ width: 480 });
    await panel.send(render(buildIncidentPanelModel(incident, context).model));
    const overflow = await panel.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('shows hostile names as text', async () => {
    const context = aPanelContext(attackStory());
    const shared = hostileTexts.slice(0, 6).map((key) => ({ kind: 'command' as const, key, likelihood: 9 }));
    const incident = { ...aLinkedIncident(context), links: [aLink('brute', 'miner', { shared })] };
    const panel = await open();
    await panel.send(render(buildIncidentPanelModel(incident, context).model));
    expect(await words(why(panel))).toContain('</script><img src=x onerror="window.pwned=1">');
    expect(await why(panel).locator('img, iframe, script').count()).toBe(0);
    expect(await panel.page.evaluate(() => 'pwned' in window)).toBe(false);
  });

  it('explains the priority where it is shown', async () => {
    const context = aPanelContext(attackStory());
    const panel = await open();
    await panel.send(render(buildIncidentPanelModel({ ...aLinkedIncident(context), score: 72 }, context).model));
    const priority = panel.page.locator('.metrics > div', { hasText: 'Priority' });
    expect(await words(priority)).toBe('Priority 72 of 100');
    expect(await priority.getAttribute('title')).toMatch(/^Which incident to look at first/);
  });
});
