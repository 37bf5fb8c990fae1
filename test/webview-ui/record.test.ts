// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { parseWebviewToHost } from '../../src/protocol/webviewToHost.ts';
import type { OpenPanel } from './preview/panelPage.ts';
import { sampleMessages } from './preview/samples.ts';
import { usePanels } from './preview/usePanels.ts';

const samples = sampleMessages();

describe('what is kept on this machine about an incident', { timeout: 30_000 }, () => {
  const open = usePanels();

  async function shown(sample = 'recordedIncident'): Promise<OpenPanel> {
    const panel = await open({ width: 1400 });
    await panel.send(samples[sample] ?? expect.fail(`There is no sample ${sample}`));
    return panel;
  }

  const activity = ({ page }: OpenPanel) => page.getByRole('region', { name: 'Activity' });
  const whats = (panel: OpenPanel) => activity(panel).locator('.item-name').allTextContents();

  it('is absent until it was read', async () => {
    const panel = await shown('incident');
    expect(await activity(panel).count()).toBe(0);
  });

  it('shows how the incident is handled, labelled as kept here', async () => {
    const panel = await shown();
    const handling = panel.page.getByRole('region', { name: 'Handling' });
    const text = (await handling.innerText()).replaceAll(/\s+/g, ' ');
    expect(text).toContain('kept on this machine');
    expect(text).toContain('True positive');
    expect(text).toContain('Seen before.');
    expect(text).toContain('Ada');
    expect(await handling.getByRole('listitem').allInnerTexts()).toEqual(['harbour', 'drill']);
  });

  it.each([
    ['Add note…', 'addNote'],
    ['Export…', 'exportIncident'],
    ['Classify…', 'classifyIncident'],
    ['Assign…', 'assignIncident'],
    ['Tags…', 'tagIncident'],
  ])('asks the host when “%s” is pressed', async (name, action) => {
    const panel = await shown();
    await panel.page.getByRole('button', { name }).click();
    expect(parseWebviewToHost((await panel.posted()).at(-1))).toEqual({ type: 'handleIncident', action });
  });

  it('lists what was done, the newest first, with what came of it', async () => {
    const panel = await shown();
    expect((await whats(panel)).slice(0, 3)).toEqual([
      'Closed with work left undone',
      'Tagged harbour, drill',
      'Classified as true positive',
    ]);
    expect(await activity(panel).getByText('exit code 0 after 3.4 s').count()).toBe(1);
    expect(await activity(panel).getByText('One entry of the journal was cut off').count()).toBe(1);
  });

  it('shows a command and its output when they are asked for', async () => {
    const panel = await shown();
    expect(await activity(panel).getByLabel('Output').count()).toBe(0);
    await activity(panel).getByText('Command and output').click();
    expect(await activity(panel).getByLabel('Output').innerText()).toContain('"access": "Deny"');
    expect(await activity(panel).getByLabel('Command').innerText()).toContain('az network nsg rule create');
  });

  it('hides and shows kinds of activity', async () => {
    const panel = await shown();
    const steps = activity(panel).getByRole('button', { name: 'Steps' });
    expect(await steps.getAttribute('aria-pressed')).toBe('true');
    await steps.click();
    expect(await steps.getAttribute('aria-pressed')).toBe('false');
    expect((await whats(panel)).filter((what) => /^(Ran|Verified|Marked)/.test(what))).toEqual([]);
    await steps.click();
    expect((await whats(panel)).some((what) => what.startsWith('Ran'))).toBe(true);
  });
});
