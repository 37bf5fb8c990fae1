// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { RunbookModel, RunbookStepModel } from '../../src/protocol/runbookModel.ts';
import type { HostToWebview } from '../../src/protocol/hostToWebview.ts';
import { parseWebviewToHost } from '../../src/protocol/webviewToHost.ts';
import { sampleMessages } from './preview/samples.ts';
import { usePanels } from './preview/usePanels.ts';

const { responding } = sampleMessages();
const title = 'Block the source address in the network security group';

/** The same panel with the step that is verified standing in another way. */
function withStep(change: Partial<RunbookStepModel>): HostToWebview {
  if (responding?.type !== 'render' || responding.model.kind !== 'incident') throw new Error('no such sample');
  const { model } = responding;
  const runbooks = model.runbooks as RunbookModel;
  const phases = runbooks.phases.map((phase) => ({
    ...phase,
    steps: phase.steps.map((step) => (step.title === title ? { ...step, ...change } : step)),
  }));
  return { ...responding, model: { ...model, runbooks: { ...runbooks, phases } } };
}

describe('a runbook in a panel', { timeout: 30_000 }, () => {
  const open = usePanels();

  it('asks the host to act by ids alone', async () => {
    const panel = await open({});
    await panel.send(withStep({}));
    await panel.page.getByRole('button', { name: `Run… ${title}` }).click();
    const asked = (await panel.posted()).at(-1);
    expect(asked).toMatchObject({ type: 'actOnStep', action: 'run', stepId: 'deny-attacker-address' });
    expect(Object.keys(asked as object).toSorted()).toEqual(['action', 'alertKey', 'runbookId', 'stepId', 'type']);
    expect(parseWebviewToHost(asked)).toEqual(asked);
  });

  it('takes no step that came to be done for a tick of the person’s', async () => {
    const panel = await open({});
    await panel.send(withStep({ standing: 'toDo', standingText: '' }));
    await panel.send(withStep({ standing: 'running', standingText: 'Running since' }));
    await panel.send(withStep({ standing: 'verified', standingText: 'Verified on the resource' }));
    await panel.send(withStep({ standing: 'failed', standingText: 'Regressed' }));
    expect((await panel.posted()).filter((message) => (message as { type?: unknown }).type === 'actOnStep')).toEqual(
      [],
    );
  });

  it('offers to end a step that runs, and nothing else', async () => {
    const panel = await open({});
    await panel.send(withStep({ standing: 'running', standingText: 'Running since', actions: ['cancel'] }));
    const step = panel.page
      .getByRole('listitem')
      .filter({ has: panel.page.getByText(title, { exact: true }) })
      .last();
    expect(await step.locator('vscode-button').allInnerTexts()).toEqual(['Cancel']);
  });
});
