// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { parseWebviewToHost } from '../../src/protocol/webviewToHost.ts';
import type { OpenPanel } from './preview/panelPage.ts';
import { sampleMessages } from './preview/samples.ts';
import { usePanels } from './preview/usePanels.ts';

const samples = sampleMessages();

describe('corrections in the incident panel', { timeout: 30_000 }, () => {
  const open = usePanels();

  async function shown(sample: string): Promise<OpenPanel> {
    const panel = await open({ width: 1400 });
    await panel.send(samples[sample] ?? expect.fail(`There is no sample ${sample}`));
    return panel;
  }

  /** What the page asked of the host, as the host reads it. */
  async function asked(panel: OpenPanel, name: string | RegExp): Promise<object | undefined> {
    await panel.page.getByRole('button', { name }).first().click();
    return parseWebviewToHost((await panel.posted()).at(-1));
  }

  it('offers to remove each alert that is in the list, and asks for it by its key', async () => {
    const panel = await shown('linkedIncident');
    const rows = panel.page.getByRole('region', { name: /^Alerts$/ }).getByRole('listitem');
    const removable = panel.page
      .getByRole('region', { name: /^Alerts$/ })
      .getByRole('button', { name: /^Remove from/ });
    expect(await removable.count()).toBe((await rows.count()) - 1);
    expect(await asked(panel, /^Remove from incident: Successful SSH/)).toEqual({
      type: 'removeFromIncident',
      alertKey: '2517000000000000000_brute',
    });
  });

  it('does not offer to remove what was removed, and says why it is still there', async () => {
    const panel = await shown('correctedIncident');
    const alerts = panel.page.getByRole('region', { name: /^Alerts$/ });
    expect(await alerts.getByText(/^You removed it\. It stays listed/).count()).toBe(1);
    expect(await alerts.getByRole('button', { name: /^Remove from incident: Successful SSH/ }).count()).toBe(0);
  });

  it('lists what was corrected, the newest first, each with a way back', async () => {
    const panel = await shown('correctedIncident');
    const list = panel.page.getByRole('region', { name: 'Corrected by hand' });
    expect(await list.locator('.item-name').allTextContents()).toEqual([
      'Named the incident “Miner in the harbour”',
      'Pinned the incident',
      'Removed “Successful SSH brute-force attack”',
    ]);
    expect(await asked(panel, /^Undo: Removed/)).toEqual({
      type: 'undoCorrection',
      correctionId: '00000000-0000-4000-8000-000000000000',
    });
  });

  it('has no such list where nobody corrected anything', async () => {
    const panel = await shown('incident');
    expect(await panel.page.getByRole('region', { name: 'Corrected by hand' }).count()).toBe(0);
  });

  it('offers a name and a pin for the incident as a whole', async () => {
    expect(await asked(await shown('incident'), 'Rename')).toEqual({ type: 'renameIncident' });
    expect(await asked(await shown('incident'), 'Pin')).toEqual({ type: 'pinIncident', pinned: true });
    expect(await asked(await shown('correctedIncident'), 'Unpin')).toEqual({ type: 'pinIncident', pinned: false });
  });
});
