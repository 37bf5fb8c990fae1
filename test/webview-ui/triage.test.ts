// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { PanelModel } from '../../src/protocol/panelModel.ts';
import type { TriageModel } from '../../src/protocol/triageModel.ts';
import { parseWebviewToHost } from '../../src/protocol/webviewToHost.ts';
import type { OpenPanel } from './preview/panelPage.ts';
import { sampleMessages } from './preview/samples.ts';
import { usePanels } from './preview/usePanels.ts';

const incident = sampleMessages()['incident'] ?? expect.fail('There is no sample of an incident');
const role = 'It takes the role Security Admin.';

describe('the status of an incident in its panel', { timeout: 30_000 }, () => {
  const open = usePanels();

  async function shown(triage: TriageModel): Promise<OpenPanel> {
    const panel = await open({ width: 900 });
    if (incident.type !== 'render' || incident.model.kind !== 'incident') expect.fail('It is no incident');
    const model: PanelModel = { ...incident.model, header: { ...incident.model.header, triage } };
    await panel.send({ ...incident, model });
    return panel;
  }

  const group = ({ page }: OpenPanel) => page.getByRole('group', { name: 'Status' });

  it('is asked for by a word, and by nothing that the page makes up', async () => {
    const panel = await shown([{ action: 'acknowledge' }, { action: 'dismiss' }, { action: 'snooze' }]);
    const words = { Acknowledge: 'acknowledge', 'Dismiss…': 'dismiss', 'Snooze…': 'snooze' };
    for (const [label, action] of Object.entries(words)) {
      await group(panel).getByRole('button', { name: label }).click();
      expect(parseWebviewToHost((await panel.posted()).at(-1))).toEqual({ type: 'triage', action });
    }
    expect(await group(panel).getByRole('button').count()).toBe(3);
  });

  it('cannot be asked for where a role is missing, and the role is named in the open', async () => {
    const panel = await shown([{ action: 'resolve', refused: role }, { action: 'snooze' }]);
    expect(await group(panel).getByRole('button', { name: 'Resolve' }).isDisabled()).toBe(true);
    expect(await group(panel).getByRole('button', { name: 'Snooze…' }).isDisabled()).toBe(false);
    await panel.page.getByText(role).waitFor();
  });

  it('takes no words of others', () => {
    expect(parseWebviewToHost({ type: 'triage', action: 'delete' })).toBeUndefined();
    expect(parseWebviewToHost({ type: 'triage', action: 'resolve', alertKey: 'x' })).toBeUndefined();
  });
});
