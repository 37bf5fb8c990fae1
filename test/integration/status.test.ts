import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CommandName } from '../../src/commands/commandIds.ts';
import type { Product } from '../../src/commands/product.ts';
import type { Alert } from '../../src/domain/alert.ts';
import type { Incident } from '../../src/domain/incident.ts';
import type { Spy } from './product.ts';
import { commandIds } from '../../src/commands/commandIds.ts';
import { isOpen } from '../../src/domain/alertStatus.ts';
import { memberKeys } from '../../src/domain/incident.ts';
import { alertNode, incidentNode } from '../../src/services/tree/treeNode.ts';
import { loadedProduct, replace, spyOn, until } from './product.ts';

function run(name: CommandName, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(commandIds[name], ...args);
}

describe('Changes of status', () => {
  let product: Product;
  let inform: Spy;
  const replaced: { restore(): void }[] = [];

  /** Puts an answer in the place of a question to the person. */
  function answer<T extends object>(owner: T, name: keyof T, value: unknown): void {
    replaced.push(replace(owner, name, () => Promise.resolve(value)));
  }

  const alertOf = (key: string): Alert | undefined => product.store.state.correlation.alerts.get(key);
  const statusOf = (key: string): string | undefined => alertOf(key)?.status;
  const row = (key: string) => alertNode(key, { kind: 'group', group: 'High' });
  const said = (): string => String(inform.calls.at(-1)?.[0]);

  /** Alerts that are active, in no incident, and that the person may change. */
  function activeAlerts(count: number): readonly string[] {
    const { correlation } = product.store.state;
    const keys = correlation.standalone.filter((key) => statusOf(key) === 'Active');
    const changeable = keys.filter((key) => {
      const capabilities = product.view.describe(row(key)).capabilities;
      return !capabilities.includes('roleIsMissing');
    });
    assert.ok(changeable.length >= count, 'the sample has such alerts');
    return changeable.slice(0, count);
  }

  before(async () => {
    product = await loadedProduct();
  });

  beforeEach(() => {
    inform = spyOn(vscode.window, 'showInformationMessage');
  });

  afterEach(() => {
    for (const each of replaced.splice(0)) each.restore();
    inform.restore();
  });

  it('of a selection are made, told once, and taken back with everything as it was', async () => {
    const keys = activeAlerts(3);
    await run('setInProgress', row(keys[0] ?? ''));
    await until(() => statusOf(keys[0] ?? '') === 'InProgress', 'the first is in progress');
    answer(vscode.window, 'showQuickPick', { label: 'Security test' });
    await run('dismissAlert', row(keys[0] ?? ''), keys.map(row));
    await until(() => keys.every((key) => statusOf(key) === 'Dismissed'), 'all are dismissed');
    assert.equal(product.store.state.changing.size, 0);
    assert.equal(said(), 'Dismissed 3 alerts.');
    await run('undo');
    await until(() => statusOf(keys[1] ?? '') === 'Active', 'they are active again');
    await until(() => said().startsWith('Gave the earlier status back to 3'), 'it says so');
    assert.equal(statusOf(keys[0] ?? ''), 'InProgress');
    await run('undo');
    await until(() => statusOf(keys[0] ?? '') === 'Active', 'so is the first');
  });

  it('stay when the list is read again, and are read as they are then', async () => {
    const [key = ''] = activeAlerts(1);
    await run('resolveAlert', row(key));
    await product.refresher.refresh();
    assert.equal(statusOf(key), 'Resolved');
    await run('activateAlert', row(key));
    await until(() => statusOf(key) === 'Active', 'it is active again');
  });

  it('of a whole incident are those of its open alerts and of the one that declares it, after a question', async () => {
    const { incidents } = product.store.state.correlation;
    const incident = incidents.find(
      (each) =>
        each.declaredBy !== undefined &&
        !product.view.describe(incidentNode(each.id)).capabilities.includes('roleIsMissing'),
    );
    assert.ok(incident, 'the sample has an incident of the service');
    const open = openAlerts(incident);
    const question = spyOn(vscode.window, 'showWarningMessage');
    replaced.push(question);
    await run('resolveIncident', incidentNode(incident.id));
    assert.match(JSON.stringify(question.calls.at(-1)), /Azure changes each by itself/);
    assert.deepEqual(openAlerts(incident), open, 'nothing happened without a yes');
    answer(vscode.window, 'showWarningMessage', 'Resolve');
    const answers = [undefined, undefined, { label: '', anyway: true }];
    replaced.push(replace(vscode.window, 'showQuickPick', () => Promise.resolve(answers.shift())));
    await run('resolveIncident', incidentNode(incident.id));
    assert.deepEqual(openAlerts(incident), open, 'mandatory steps are open, and the person went back');
    await run('resolveAlert', row(open[0] ?? ''), open.map(row));
    assert.deepEqual(openAlerts(incident), open, 'naming each of its alerts does not go around that');
    answer(vscode.window, 'showInputBox', 'Done in another tool.');
    await run('resolveIncident', incidentNode(incident.id));
    await until(() => openAlerts(incident).length === 0, 'all are resolved');
    const record = await (await product.response()).recordOf(incident.id);
    const closed = record?.entries.find(({ what }) => what === 'Closed with work left undone');
    assert.ok(closed);
    assert.equal(closed.words, 'Done in another tool.');
    assert.ok(closed.details.length > 0, 'the steps that were open are named');
    assert.match(said(), /^Resolved \d+ alerts\.$/);
    await run('undo');
    await until(() => openAlerts(incident).length === open.length, 'all are open again');
  });

  function openAlerts(incident: Incident): readonly string[] {
    const keys = [...memberKeys(incident), ...(incident.declaredBy === undefined ? [] : [incident.declaredBy])];
    return keys.filter((key) => isOpen(alertOf(key)?.status ?? 'Resolved'));
  }

  it('that the person is known not to be allowed to make are not sent, and the role is named', async () => {
    const denied = [...product.store.state.correlation.alerts.values()].find(({ key, status }) => {
      return status === 'Active' && product.view.describe(row(key)).capabilities.includes('mayNotDismiss');
    });
    if (denied === undefined) return;
    await run('dismissAlert', row(denied.key));
    assert.match(said(), /Security Admin/);
    assert.equal(statusOf(denied.key), 'Active');
  });

  it('and snoozes are on one stack: the last is taken back first', async () => {
    const [one = '', other = ''] = activeAlerts(2);
    await run('acknowledge', row(one));
    await until(() => statusOf(one) === 'InProgress', 'it is acknowledged');
    answer(vscode.window, 'showQuickPick', { label: 'For an hour', until: Date.now() + 3_600_000 });
    await run('snooze', row(other));
    assert.ok(product.snoozes.asleep().has(other));
    await run('undo');
    assert.ok(!product.snoozes.asleep().has(other));
    assert.equal(statusOf(one), 'InProgress');
    await run('undo');
    await until(() => statusOf(one) === 'Active', 'then the acknowledgement');
  });

  it('a snoozed item stands by itself until it is woken', async () => {
    const [key = ''] = activeAlerts(1);
    answer(vscode.window, 'showQuickPick', { label: 'For an hour', until: Date.now() + 3_600_000 });
    await run('snooze', row(key));
    const asleep = alertNode(key, { kind: 'snoozed' });
    assert.match(product.view.describe(asleep).description, /^snoozed until /);
    await run('wake', asleep);
    assert.equal(product.snoozes.asleep().size, 0);
  });

  it('a snooze whose time has come is over by itself', async () => {
    const [key = ''] = activeAlerts(1);
    answer(vscode.window, 'showQuickPick', { label: 'Soon', until: Date.now() + 300 });
    await run('snooze', row(key));
    assert.ok(product.snoozes.asleep().has(key));
    await until(() => !product.snoozes.asleep().has(key), 'its time has come');
  });
});
