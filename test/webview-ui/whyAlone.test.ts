// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { buildAlertPanelModel } from '../../src/services/viewModels/buildAlertPanelModel.ts';
import { anAlert, day, noon } from '../builders/alert.ts';
import { aPanelContextFor } from '../builders/panelContext.ts';
import { render } from './preview/samples.ts';
import { usePanels } from './preview/usePanels.ts';

const alone = anAlert({ called: 'alone', displayName: 'Sign-in from a new place', startTime: noon });
const later = noon - 20 * day;
const near = anAlert({ called: 'near', displayName: 'Odd process', alertType: 'B', startTime: later, endTime: later });

describe('why an alert is alone', { timeout: 30_000 }, () => {
  const open = usePanels();
  const opened = async () =>
    open({ first: render(buildAlertPanelModel(alone, aPanelContextFor(alone, [alone, near])).model), width: 480 });

  it('is told on request, by keyboard, with what came closest and what kept it apart', async () => {
    const { page } = await opened();
    await page.locator('summary', { hasText: 'Why is this not in an incident?' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Both name the resource web-1, but 20 days apart: too long to say more.').waitFor();
  });

  it('leads to a comparison with the alert that came closest', async () => {
    const panel = await opened();
    await panel.page.getByText('Why is this not in an incident?').click();
    await panel.page.getByRole('button', { name: 'Compare with Odd process' }).click();
    expect((await panel.posted()).at(-1)).toEqual({
      type: 'compareAlerts',
      alertKey: alone.key,
      otherKey: near.key,
    });
  });

  it('leads to the alert that came closest', async () => {
    const panel = await opened();
    await panel.page.getByText('Why is this not in an incident?').click();
    await panel.page.getByRole('button', { name: 'Odd process', exact: true }).click();
    expect((await panel.posted()).at(-1)).toEqual({ type: 'openAlert', alertKey: near.key });
  });
});
