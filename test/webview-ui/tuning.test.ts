// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { TuningDraft, TuningPanelModel } from '../../src/protocol/tuningModel.ts';
import { parseWebviewToHost } from '../../src/protocol/webviewToHost.ts';
import { buildAlertPanelModel } from '../../src/services/viewModels/buildAlertPanelModel.ts';
import { anAlert, anEntity } from '../builders/alert.ts';
import { aPanelContext } from '../builders/panelContext.ts';
import { aTuningModel } from '../builders/tuningModel.ts';
import type { OpenPanel } from './preview/panelPage.ts';
import { render, renderTuning } from './preview/samples.ts';
import { usePanels } from './preview/usePanels.ts';

/** The draft that the page has told the host last. */
async function toldDraft(panel: OpenPanel): Promise<TuningDraft | undefined> {
  const last = (await panel.posted()).map(parseWebviewToHost).findLast((message) => message?.type === 'tune');
  return last?.type === 'tune' ? last.draft : undefined;
}

describe('the panel in which correlation is tuned', { timeout: 30_000 }, () => {
  const open = usePanels();
  const opened = async (model: TuningPanelModel = aTuningModel({ edit: {} })): Promise<OpenPanel> =>
    open({ first: renderTuning(model) });

  it('moves the slider by keyboard, says where it stands, and tells the host', async () => {
    const panel = await opened();
    const slider = panel.page.getByRole('slider', { name: 'Precision' });
    expect(await slider.getAttribute('aria-valuetext')).toBe('Balanced (50)');
    await slider.focus();
    await panel.page.keyboard.press('ArrowRight');
    await panel.page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toBe('More precise than balanced (60)');
    await expect.poll(async () => (await toldDraft(panel))?.precision).toBe(60);
    await panel.page.keyboard.press('End');
    await panel.page.getByText('Precise (100)').waitFor();
  });

  it('keeps what is being typed when an answer to an older key stroke arrives, and gives way to a new generation', async () => {
    const panel = await opened();
    const field = panel.page.getByRole('textbox', { name: 'Addresses' });
    await field.fill('203.0.113.7\noffice');
    await panel.send(renderTuning(aTuningModel({ edit: { addresses: ['203.0.113.7', 'off'] } })));
    expect(await field.inputValue()).toBe('203.0.113.7\noffice');
    await panel.send(renderTuning(aTuningModel({ edit: {}, state: { generation: 2 } })));
    expect(await field.inputValue()).toBe('');
  });

  it('says below a field what in it cannot be used', async () => {
    const panel = await opened(aTuningModel());
    const field = panel.page.getByRole('textbox', { name: 'Addresses' });
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await panel.page.getByText('Line 2: “office” is no IP address or range, and is ignored.').waitFor();
  });

  it('adds what is offered for the stop list with one click', async () => {
    const panel = await opened();
    await panel.page.getByRole('button', { name: /198\.51\.100\.9/ }).click();
    expect(await panel.page.getByRole('textbox', { name: 'Addresses' }).inputValue()).toBe('198.51.100.9');
    expect(await panel.page.getByRole('button', { name: /198\.51\.100\.9/ }).count()).toBe(0);
    await expect.poll(async () => (await toldDraft(panel))?.addresses).toEqual(['198.51.100.9']);
  });

  it('excludes an alert type, and takes it back', async () => {
    const panel = await opened();
    await panel.page.getByText('Choose alert types').click();
    const box = panel.page.getByRole('checkbox', { name: /VM_Impact/ });
    await box.click();
    await expect.poll(async () => (await toldDraft(panel))?.excludedAlertTypes).toEqual(['VM_Impact']);
    await box.click();
    await expect.poll(async () => (await toldDraft(panel))?.excludedAlertTypes).toEqual([]);
  });

  it('chooses how far the service’s incidents are trusted, by keyboard', async () => {
    const panel = await opened();
    await panel.page.getByRole('radio', { name: /Trust them/ }).focus();
    await panel.page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await toldDraft(panel))?.serviceIncidents).toBe('shownOnly');
  });

  it('sends an empty time span as one that is out of range', async () => {
    const panel = await opened();
    await panel.page.getByRole('spinbutton', { name: 'Longest time span' }).fill('');
    await expect.poll(async () => (await toldDraft(panel))?.timeSpan).toBe(0);
  });

  it('tells the host of the last key stroke before it asks to apply', async () => {
    const panel = await opened(aTuningModel({ edit: { precision: 80 } }));
    await panel.page.getByRole('textbox', { name: 'Accounts' }).fill('glass@contoso.example');
    await panel.page.getByRole('button', { name: 'Apply' }).click();
    expect((await panel.posted()).slice(-2)).toMatchObject([
      { type: 'tune', draft: { accounts: ['glass@contoso.example'] } },
      { type: 'applyTuning' },
    ]);
  });

  it('offers to apply and discard only what differs, and goes back to the defaults', async () => {
    const panel = await opened();
    // The toolkit's button says "disabled" to assistive technology on its inner button.
    await expect.poll(() => panel.page.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
    await panel.send(renderTuning(aTuningModel({ state: { generation: 2 } })));
    await expect.poll(() => panel.page.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(false);
    await panel.page.getByRole('button', { name: 'Restore Defaults' }).click();
    await expect.poll(() => toldDraft(panel)).toEqual(aTuningModel().defaults);
  });

  it('shows what would change in one line, and incident by incident, each to be looked into', async () => {
    const model = aTuningModel();
    const panel = await opened(model);
    const preview = panel.page.getByRole('region', { name: 'What would change' });
    await preview.getByText(model.preview.summary).waitFor();
    expect(await preview.locator('li.change').count()).toBe(model.preview.changes.length);
    const [change] = model.preview.changes;
    await preview
      .getByRole('button', { name: change?.before[0]?.title ?? '' })
      .first()
      .click();
    expect((await panel.posted()).at(-1)).toEqual({ type: 'openIncident', incidentId: change?.before[0]?.incidentId });
    await preview.locator('details summary').first().click();
    await preview.locator('.tuned-members button').first().click();
    expect((await panel.posted()).at(-1)).toMatchObject({ type: 'openAlert' });
  });

  it('says that it is being worked out, and that it could not be', async () => {
    const model = aTuningModel();
    const panel = await opened({ ...model, preview: { ...model.preview, working: true } });
    await panel.page.locator('.section-aside').getByText('Working it out…').waitFor();
    await panel.send(renderTuning({ ...model, preview: { ...model.preview, failed: true, changes: [] } }));
    await panel.page.getByText('It could not be worked out.').waitFor();
  });

  it('is led to from an entity of an alert', async () => {
    const alert = anAlert({ entities: [anEntity({ $id: '1', type: 'ip', address: '203.0.113.7' })] });
    const { model, actions } = buildAlertPanelModel(alert, aPanelContext([alert]));
    const panel = await open({ first: render(model) });
    await panel.page.getByRole('button', { name: 'Add to stop list… 203.0.113.7' }).click();
    const asked = parseWebviewToHost((await panel.posted()).at(-1));
    expect(asked?.type === 'addToStopList' && actions.stops.get(asked.stopId)).toEqual({
      part: 'addresses',
      entry: '203.0.113.7',
    });
  });

  it('can be used without alerts, and says that nothing can be tried', async () => {
    const panel = await opened(aTuningModel({ alerts: [], edit: {} }));
    await panel.page.getByText('There are no alerts in the list to try settings on.').waitFor();
    await panel.page.getByText('There are no alerts in the list to choose from.').waitFor();
  });
});
