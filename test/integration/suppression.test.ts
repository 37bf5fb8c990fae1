import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CommandName } from '../../src/commands/commandIds.ts';
import type { Product } from '../../src/commands/product.ts';
import type { Alert } from '../../src/domain/alert.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import type { SuppressionRule } from '../../src/domain/suppression/suppressionRule.ts';
import { commandIds } from '../../src/commands/commandIds.ts';
import { conditionOffers } from '../../src/domain/suppression/conditionOffers.ts';
import { isSampleAlert } from '../../src/domain/suppression/sampleBundle.ts';
import { alertNode } from '../../src/services/tree/treeNode.ts';
import { loadedProduct, Replacements, until } from './product.ts';

type Pick = (items: readonly vscode.QuickPickItem[]) => unknown;

const never = new AbortController().signal;

/** The item whose label holds a text; fails when there is none. */
const labelled =
  (text: string): Pick =>
  (items) => {
    const found = items.find(({ label }) => label.includes(text));
    assert.ok(found, `a row “${text}” among: ${items.map(({ label }) => label).join(' | ')}`);
    return found;
  };
const first: Pick = (items) => items[0];
const firstOfMany: Pick = (items) => items.slice(0, 1);
const all: Pick = (items) => items;
const turnAway: Pick = () => undefined;

describe('Suppression rules', () => {
  let product: Product;
  let alert: Alert;
  let subscription: Subscription;
  const replaced = new Replacements();
  const asked: string[] = [];

  const run = (name: CommandName, ...args: unknown[]) => vscode.commands.executeCommand(commandIds[name], ...args);

  /** Answers the lists that are shown, one after the other. */
  function choose(...picks: readonly Pick[]): void {
    const left = [...picks];
    replaced.replace(vscode.window, 'showQuickPick', (items: readonly vscode.QuickPickItem[]) => {
      asked.push(items.map(({ label, detail = '' }) => `${label} ${detail}`).join('\n'));
      return Promise.resolve(left.shift()?.(items));
    });
  }

  async function rules(): Promise<readonly SuppressionRule[]> {
    const listed = await (await product.connection.gateway()).listSuppressionRules(subscription, never);
    assert.ok(listed.ok, 'the rules can be listed');
    return listed.value.rules;
  }

  before(async () => {
    product = await loadedProduct();
    const { alerts } = product.store.state.correlation;
    // Of a subscription in which the roles allow rules.
    const candidates = [...alerts.values()].filter((each) => !each.isIncident && conditionOffers(each).length > 0);
    for (const each of candidates) {
      product.details.want(each.subscriptionId);
    }
    await until(
      () => candidates.some((each) => product.details.rights.of(each.subscriptionId)?.kind === 'known'),
      'the rights are known',
    );
    const allowed = candidates.find((each) => {
      const rights = product.details.rights.of(each.subscriptionId);
      return rights?.kind === 'known' && rights.value.dismiss;
    });
    assert.ok(allowed, 'the sample has such an alert');
    alert = allowed;
    const known = product.store.state.available.find((each) => each.subscriptionId === alert.subscriptionId);
    assert.ok(known);
    subscription = known;
  });

  afterEach(async () => {
    replaced.restore();
    asked.length = 0;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are made from an alert after a rehearsal and a question, and taken back', async () => {
    choose(first, firstOfMany, first, first, labelled('Create Rule'));
    replaced.spy(vscode.window, 'showInputBox', 'ours');
    const question = replaced.spy(vscode.window, 'showWarningMessage', 'Create');
    replaced.spy(vscode.window, 'showInformationMessage');
    await run('createSuppressionRule', alertNode(alert.key, { kind: 'group', group: 'High' }));
    const [rule] = await rules();
    assert.equal(rule?.alertType, alert.alertType);
    assert.equal(rule.comment, 'ours');
    assert.equal(rule.conditions.length, 1);
    assert.ok((rule.expires ?? 0) > Date.now() + 89 * 86_400_000, 'it ends after a quarter');
    assert.match(asked.at(-1) ?? '', /Would have dismissed \d+ of \d+ alerts in the list/);
    const [text, { modal, detail }] = question.calls[0] as [string, { modal: boolean; detail: string }];
    assert.deepEqual([text, modal], ['Create this suppression rule?', true]);
    assert.match(detail, /^Would have dismissed \d+ of \d+/);
    assert.ok(detail.endsWith(`(${subscription.subscriptionId})`), 'it says where');
    await run('undo');
    assert.deepEqual(await rules(), []);
  });

  it('are not made when the person turns away from the question', async () => {
    choose(first, firstOfMany, first, first, labelled('Create Rule'), turnAway);
    replaced.spy(vscode.window, 'showInputBox', '');
    replaced.spy(vscode.window, 'showWarningMessage');
    await run('createSuppressionRule', alertNode(alert.key, { kind: 'group', group: 'High' }));
    assert.deepEqual(await rules(), []);
  });

  it('are listed, switched off, opened as code and deleted, and come back by Undo', async () => {
    const gateway = await product.connection.gateway();
    const rule: SuppressionRule = {
      name: 'dismiss-test',
      alertType: alert.alertType,
      reason: 'Other',
      state: 'Enabled',
      expires: Date.now() + 30 * 86_400_000,
      conditions: [{ kind: 'contains', field: 'entities.process.commandline', text: "$(rocket) '${x}' \u202E" }],
    };
    await gateway.putSuppressionRule(subscription, rule, never);
    const row = { subscriptionId: subscription.subscriptionId };
    const inform = replaced.spy(vscode.window, 'showInformationMessage');
    replaced.spy(vscode.window, 'showWarningMessage', 'Delete');

    choose(labelled('dismiss-test'), labelled('Disable'), turnAway);
    await run('suppressionRules', row);
    assert.equal((await rules())[0]?.state, 'Disabled');

    choose(
      labelled('dismiss-test'),
      labelled('Edit'),
      turnAway,
      labelled('dismiss-test'),
      labelled('Bicep'),
      labelled('Bicep'),
      turnAway,
    );
    await run('suppressionRules', row);
    assert.ok(!asked.some((rows) => rows.includes('\u202E')), 'nothing invisible was shown');
    const code = vscode.window.activeTextEditor?.document;
    assert.equal(code?.isUntitled, true);
    assert.ok(code.getText().includes(String.raw`contains: '$(rocket) \'\${x}\' \u{202e}'`), code.getText());

    choose(labelled('dismiss-test'), labelled('Delete'), turnAway);
    await run('suppressionRules', row);
    assert.deepEqual(await rules(), []);
    assert.match(asked.at(-1) ?? '', /^No rules/);
    await run('undo');
    assert.deepEqual(
      (await rules()).map(({ name, state }) => [name, state]),
      [['dismiss-test', 'Disabled']],
    );
    assert.deepEqual(inform.calls.map(([text]) => String(text)).slice(-1), ['The rule is as it was before.']);
    await gateway.deleteSuppressionRule(subscription, 'dismiss-test', never);
  });

  it('of somebody else’s change are not overwritten', async () => {
    const gateway = await product.connection.gateway();
    const rule: SuppressionRule = {
      name: 'contested',
      alertType: alert.alertType,
      reason: 'Other',
      state: 'Enabled',
      expires: Date.now() + 30 * 86_400_000,
      conditions: [],
    };
    await gateway.putSuppressionRule(subscription, rule, never);
    const inform = replaced.spy(vscode.window, 'showInformationMessage');
    const changed = { ...rule, comment: 'theirs' };
    const disableLate: Pick = async (items) => {
      await gateway.putSuppressionRule(subscription, changed, never);
      return labelled('Disable')(items);
    };
    choose(labelled('contested'), disableLate, turnAway);
    await run('suppressionRules', { subscriptionId: subscription.subscriptionId });
    const [kept] = await rules();
    assert.deepEqual([kept?.comment, kept?.state], ['theirs', 'Enabled']);
    assert.match(String(inform.calls[0]?.[0]), /^Somebody else has changed/);

    choose(labelled('contested'), labelled('Disable'), turnAway);
    await run('suppressionRules', { subscriptionId: subscription.subscriptionId });
    const disabled = { ...changed, comment: 'theirs again', state: 'Disabled' as const };
    await gateway.putSuppressionRule(subscription, disabled, never);
    await run('undo');
    const [left] = await rules();
    assert.deepEqual([left?.comment, left?.state], ['theirs again', 'Disabled'], 'nor by undoing one’s own');
    await gateway.deleteSuppressionRule(subscription, 'contested', never);
  });

  it('and sample alerts are asked for only after a warning, and waited for', async () => {
    const before = [...product.store.state.correlation.alerts.values()].filter(isSampleAlert).length;
    const row = { subscriptionId: subscription.subscriptionId };
    choose(all);
    replaced.spy(vscode.window, 'showWarningMessage');
    await run('createSampleAlerts', row);
    replaced.restore();

    choose(firstOfMany);
    const question = replaced.spy(vscode.window, 'showWarningMessage', 'Create');
    const inform = replaced.spy(vscode.window, 'showInformationMessage');
    await run('createSampleAlerts', row);
    assert.match(JSON.stringify(question.calls[0]), /every SIEM, workflow and mailbox/);
    assert.deepEqual(
      inform.calls.map(([text]) => text),
      ['The sample alerts have arrived.'],
    );
    await until(
      () => [...product.store.state.correlation.alerts.values()].filter(isSampleAlert).length > before,
      'they are in the list',
    );
  });
});
