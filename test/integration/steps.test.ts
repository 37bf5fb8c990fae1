import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Product } from '../../src/commands/product.ts';
import type { RunbookStepModel } from '../../src/protocol/runbookModel.ts';
import type { Response } from '../../src/response/index.ts';
import { loadedProduct, replace, spyOn, until } from './product.ts';

/** What the dialog before a run was asked with. */
interface Question {
  readonly detail: string;
  readonly buttons: readonly string[];
}

describe('Remediation steps', () => {
  let product: Product;
  let response: Response;
  let alertKey: string;
  const questions: Question[] = [];
  let answer: string | undefined;
  let answeredAt = 0;
  let dialog: { restore(): void };

  before(async () => {
    product = await loadedProduct();
    response = await product.response();
    const alerts = [...product.store.state.correlation.alerts.values()];
    alertKey =
      alerts.find(({ alertType }) => alertType === 'VM_SshBruteForceFailed')?.key ??
      assert.fail('the sample has no guessing of passwords');
    dialog = replace(
      vscode.window,
      'showWarningMessage',
      (_: string, { detail = '' }: vscode.MessageOptions, ...buttons: string[]) => {
        questions.push({ detail, buttons });
        answeredAt = performance.now();
        return Promise.resolve(answer);
      },
    );
  });

  after(() => {
    dialog.restore();
  });

  beforeEach(() => {
    questions.splice(0);
    answer = undefined;
  });

  function step(id: string): RunbookStepModel | undefined {
    const model = response.modelOf({ kind: 'alert', id: alertKey });
    return model?.phases.flatMap(({ steps }) => steps).find(({ stepId }) => stepId === id);
  }

  async function denyAddress(): Promise<RunbookStepModel> {
    await until(() => step('deny-attacker-address') !== undefined, 'the steps are known');
    return step('deny-attacker-address') ?? assert.fail('no such step');
  }

  it('are asked about first, with command, subscription, resource, risk and what undoes it', async () => {
    const { runbookId, stepId } = await denyAddress();
    await response.act('run', { alertKey, runbookId, stepId });
    const [{ detail, buttons } = assert.fail('nothing was asked')] = questions;
    assert.match(detail, /^az network nsg rule create .*--source-address-prefixes=203\.0\.113\.\d+ .*--subscription=/m);
    assert.match(detail, /^Subscription: Nordlicht Production/m);
    assert.match(detail, /^Resource: \/subscriptions\/.*\/networkSecurityGroups\//im);
    assert.match(detail, /^Risk: medium/m);
    assert.match(detail, /^To undo it: az network nsg rule delete/m);
    assert.deepEqual(buttons, ['What If', 'Run'], 'Enter presses the first one: it must change nothing');
    assert.equal((await denyAddress()).standing, 'toDo');
  });

  it('run in a terminal of their own, are verified on the resource, and can be undone', async () => {
    const ref = await denyAddress().then(({ runbookId, stepId }) => ({ alertKey, runbookId, stepId }));
    const before = vscode.window.terminals.length;
    answer = 'Run';
    await response.act('run', ref);
    const waited = performance.now() - answeredAt;
    assert.equal((await denyAddress()).standing, 'running');
    assert.ok(waited < 200, `from confirming to running it took ${waited.toFixed(0)} ms`);
    await until(() => step(ref.stepId)?.standing === 'verified', 'the rule is on the resource');
    const terminal = vscode.window.terminals.at(-1);
    assert.equal(vscode.window.terminals.length, before + 1);
    assert.equal(terminal?.name, 'Security Incidents');
    assert.match(step(ref.stepId)?.output ?? '', /simulated, nothing is sent to Azure/);

    answer = 'Undo';
    await response.act('undo', ref);
    await until(() => step(ref.stepId)?.standing === 'undone', 'the rule was taken back');
    await response.act('verify', ref);
    await until(() => step(ref.stepId)?.standing === 'undone', 'an undone step stays undone when its rule is missing');
  });

  it('are not run in a workspace that is not trusted, even by whoever knows the command', async () => {
    const { runbookId, stepId } = await denyAddress();
    const untrusted = replace(vscode.workspace, 'isTrusted', false);
    const told = spyOn(vscode.window, 'showInformationMessage');
    try {
      answer = 'Run';
      await vscode.commands.executeCommand('securityIncidents.runStep', { alertKey, runbookId, stepId });
      await vscode.commands.executeCommand('securityIncidents.putInTerminal', { alertKey, runbookId, stepId });
      assert.deepEqual(questions, []);
      assert.equal(told.calls.length, 2);
      assert.match(String(told.calls[0]), /trusted/);
      assert.ok(!step(stepId)?.actions.includes('run'));
    } finally {
      untrusted.restore();
      told.restore();
    }
  });

  it('can be done by hand, skipped with a reason, and taken up again', async () => {
    const ref = { ...(await denyAddress()), stepId: 'tell-success-from-failure' };
    const named = { alertKey, runbookId: ref.runbookId, stepId: ref.stepId };
    await response.act('done', named);
    assert.equal(step(ref.stepId)?.standingText, 'Done by hand');
    await response.act('toDo', named);
    assert.equal(step(ref.stepId)?.standing, 'toDo');
    const reason = spyOn(vscode.window, 'showInputBox', 'the machine is gone');
    await response.act('skip', named);
    reason.restore();
    assert.equal(step(ref.stepId)?.standingText, 'Skipped: the machine is gone');
  });

  it('are typed into the person’s own shell without being sent, and copied as one line', async () => {
    const ref = await denyAddress().then(({ runbookId, stepId }) => ({ alertKey, runbookId, stepId }));
    const terminal = vscode.window.createTerminal({ shellPath: '/bin/bash' });
    terminal.show();
    await until(() => terminal.state.shell === 'bash', 'the terminal says which shell it runs');
    const typed = spyOn(terminal, 'sendText');
    await response.act('type', ref);
    await response.act('copy', ref);
    const [[line, send] = assert.fail('nothing was typed')] = typed.calls;
    assert.match(
      String(line),
      /^az network nsg rule create .*'--source-port-ranges=\*'.* --subscription=[0-9a-f-]{36} /,
    );
    assert.equal(send, false, 'the person sends it');
    assert.equal(await vscode.env.clipboard.readText(), line);
    terminal.dispose();
  });
});
