// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { HostToWebview } from '../../src/protocol/hostToWebview.ts';
import { aMemberEntity, anAlert, anEntity, aServiceIncident, minute, noon } from '../builders/alert.ts';
import { aPanelContext } from '../builders/panelContext.ts';
import { buildAlertPanelModel } from '../../src/services/viewModels/buildAlertPanelModel.ts';
import { buildIncidentPanelModel } from '../../src/services/viewModels/buildIncidentPanelModel.ts';
import { render } from './preview/samples.ts';
import { usePanels } from './preview/usePanels.ts';

describe('large subjects', { timeout: 60_000 }, () => {
  const open = usePanels();
  /**
   * Milliseconds of work, from the message to the frame that shows it: time that the page's thread spent, since a machine
   * that does other things beside would tell more about those.
   */
  async function firstPaint(message: HostToWebview): Promise<number> {
    const panel = await open();
    const devtools = await panel.page.context().newCDPSession(panel.page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
    };
    await panel.page.evaluate((data: unknown) => Object.assign(window, { data }), message);
    const before = await spent();
    await panel.page.evaluate(async () => {
      window.postMessage((window as unknown as { data: unknown }).data, '*');
      await new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done))));
    });
    expect(await panel.page.locator('h1').count()).toBe(1);
    return (await spent()) - before;
  }

  function bigIncident(): HostToWebview {
    const members = Array.from({ length: 500 }, (_, at) =>
      anAlert({
        called: `m${String(at)}`,
        intent: 'Execution',
        startTime: noon - at * minute,
        entities: [anEntity({ $id: String(at), type: 'ip', address: `203.0.113.${String(at % 250)}` })],
        remediationSteps: [`1. Look at ${String(at)}.`, '2. Stop it.', '3. Escalate it.'],
      }),
    );
    const declared = aServiceIncident(
      'big',
      members.map(({ systemAlertId }) => aMemberEntity([systemAlertId])),
    );
    const context = aPanelContext([...members, declared]);
    const [found] = context.correlation.incidents;
    if (found === undefined) throw new Error('No incident');
    return render(buildIncidentPanelModel(found, context).model);
  }

  function bigAlert(): HostToWebview {
    const entities = Array.from({ length: 2000 }, (_, at) =>
      anEntity(
        at % 2 === 0
          ? { $id: String(at), type: 'ip', address: `198.51.${String(at >> 8)}.${String(at & 255)}` }
          : {
              $id: String(at),
              type: 'network-connection',
              sourceAddress: { $ref: String(at - 1) },
              destinationPort: 22,
            },
      ),
    );
    const alert = anAlert({ called: 'big', description: 'word '.repeat(1024 * 1024), entities });
    return render(buildAlertPanelModel(alert, aPanelContext([alert])).model);
  }

  it.each([
    ['an incident of 500 alerts', bigIncident],
    ['an alert with 2,000 entities and 5 MB of description', bigAlert],
  ])('%s is on the screen within 300 ms', async (_, message) => {
    const big = message();
    const times = [await firstPaint(big), await firstPaint(big), await firstPaint(big)];
    console.info(`first paint: ${times.map((time) => time.toFixed(0)).join(', ')} ms of the page's thread`);
    expect(Math.min(...times)).toBeLessThan(300);
  });

  it('lists all of a long list on request', async () => {
    const panel = await open();
    await panel.send(bigIncident());
    expect(await panel.page.locator('.timeline > li').count()).toBe(40);
    await panel.page.getByRole('button', { name: 'Show all 500 alerts' }).click();
    expect(await panel.page.locator('.timeline > li').count()).toBe(500);
  });
});
