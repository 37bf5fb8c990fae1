import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { CommandName } from '../../src/commands/commandIds.ts';
import type { Product } from '../../src/commands/product.ts';
import type { Incident } from '../../src/domain/incident.ts';
import type { Spy } from './product.ts';
import { commandIds } from '../../src/commands/commandIds.ts';
import { memberKeys } from '../../src/domain/incident.ts';
import { alertNode, incidentNode } from '../../src/services/tree/treeNode.ts';
import { incidentOrder } from '../../src/services/treeModel.ts';
import { loadedProduct, replace, spyOn, until } from './product.ts';

function run(name: CommandName, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(commandIds[name], ...args);
}

describe('Corrections', () => {
  let product: Product;
  let inform: Spy;
  let folder: string;
  const replaced: { restore(): void }[] = [];

  /** Puts an answer in the place of a question to the person. */
  function answer<T extends object>(owner: T, name: keyof T, value: unknown): void {
    replaced.push(replace(owner, name, () => Promise.resolve(value)));
  }

  const incidents = (): readonly Incident[] => product.store.state.correlation.incidents;
  const locals = (): readonly Incident[] =>
    incidents().filter((incident) => incident.origin === 'local' && memberKeys(incident).length > 2);
  const membersOf = (id: string | undefined): readonly string[] =>
    incidents()
      .filter((incident) => incident.id === id)
      .flatMap(memberKeys);

  before(async () => {
    product = await loadedProduct();
    folder = await mkdtemp(join(tmpdir(), 'corrections-'));
  });

  beforeEach(() => {
    inform = spyOn(vscode.window, 'showInformationMessage');
  });

  afterEach(async () => {
    for (const each of replaced.splice(0)) each.restore();
    inform.restore();
    await product.corrections.undo(product.corrections.made.map(({ id }) => id));
    await until(() => product.corrections.corrections.together.length === 0, 'all is undone');
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('remove an alert from its incident, and put it back', async () => {
    const [incident] = locals();
    assert.ok(incident);
    const [, alertKey = ''] = memberKeys(incident);
    await run('removeFromIncident', alertNode(alertKey, { kind: 'incident', incidentId: incident.id }));
    await until(() => !membersOf(incident.id).includes(alertKey), 'the alert left the incident');
    assert.deepEqual(inform.calls, [['Removed from the incident.', 'Undo']]);
    await run('undoCorrection');
    await until(() => membersOf(incident.id).includes(alertKey), 'the alert came back');
    assert.deepEqual(memberKeys(incident), membersOf(incident.id));
  });

  it('merge the incidents that are selected in the tree', async () => {
    const [one, other] = locals();
    assert.ok(one && other);
    const nodes = [incidentNode(one.id), incidentNode(other.id)];
    await run('mergeIncidents', nodes[0], nodes);
    const all = [...memberKeys(one), ...memberKeys(other)].sort();
    const merged = (): Incident | undefined =>
      incidents().find((incident) => all.every((key) => memberKeys(incident).includes(key)));
    await until(() => merged() !== undefined, 'they are one incident');
    assert.ok(merged()?.links.some(({ step }) => step === 'person'));
  });

  it('split an incident by asking which alerts, and make an incident of a lone one', async () => {
    const [one, other] = locals();
    assert.ok(one && other);
    const [first = '', second = ''] = memberKeys(one);
    answer(vscode.window, 'showQuickPick', [{ id: second }]);
    await run('splitIncident', incidentNode(one.id));
    // What is alone may still find company; not that of those it was split from.
    const isApart = (keys: readonly string[]): boolean => keys.includes(second) && !keys.includes(first);
    await until(() => incidents().some((incident) => isApart(memberKeys(incident))), 'it is one without the others');
    const [alone = ''] = product.store.state.correlation.standalone;
    await run('startIncident', alertNode(alone, { kind: 'group', group: 'High' }));
    await until(() => incidents().some((incident) => memberKeys(incident).includes(alone)), 'so is a lone alert');
    assert.ok(membersOf(one.id).includes(first));
  });

  it('rename and pin an incident, and take both back', async () => {
    const order = incidentOrder(product.store.state);
    const id = order.at(-1);
    answer(vscode.window, 'showInputBox', 'Harbour');
    await run('renameIncident', { kind: 'incident', id });
    await run('pinIncident', { kind: 'incident', id });
    await until(() => incidentOrder(product.store.state)[0] === id, 'it stands first');
    const named = (): string | undefined => incidents().find((incident) => incident.id === id)?.title;
    assert.equal(named(), 'Harbour');
    const row = product.view.describe(incidentNode(id ?? ''));
    assert.match(row.description, /^pinned · /);
    assert.ok(row.capabilities.includes('unpinIncident'));
    await run('unpinIncident', { kind: 'incident', id });
    await until(() => incidentOrder(product.store.state).at(-1) === id, 'it went back');
  });

  it('leave as JSON, and come back from it', async () => {
    const [incident] = locals();
    assert.ok(incident);
    const file = join(folder, 'corrections.json');
    await run('pinIncident', { kind: 'incident', id: incident.id });
    answer(vscode.window, 'showSaveDialog', vscode.Uri.file(file));
    answer(vscode.window, 'showOpenDialog', [vscode.Uri.file(file)]);
    await run('exportCorrections');
    assert.match(await readFile(file, 'utf8'), /"format": "azure-security-incidents\/corrections"/);
    await run('undoCorrection');
    await until(() => product.corrections.made.length === 0, 'it is undone');
    await run('importCorrections');
    await until(() => incidents().some(({ pinned }) => pinned === true), 'it is pinned again');
    assert.deepEqual(inform.calls.at(-1), ['Imported 1 corrections, 1 of them about alerts in the list.', 'Undo']);
  });

  it('refuse a file that is not wholly right, and say why', async () => {
    const warn = spyOn(vscode.window, 'showWarningMessage');
    replaced.push(warn);
    const file = join(folder, 'wrong.json');
    await writeFile(file, '{"format":"azure-security-incidents/corrections","version":1,"corrections":[5]}');
    answer(vscode.window, 'showOpenDialog', [vscode.Uri.file(file)]);
    await run('importCorrections');
    const text = 'The file was not imported: nothing has changed.';
    assert.deepEqual(warn.calls, [[text, { modal: true, detail: 'Correction 1: is not an object.' }]]);
    assert.equal(product.corrections.made.length, 0);
  });

  it('list all that was corrected, and undo what is chosen', async () => {
    const [incident] = locals();
    await run('pinIncident', { kind: 'incident', id: incident?.id });
    const [made] = product.corrections.made;
    answer(vscode.window, 'showQuickPick', [{ id: made?.id }]);
    await run('reviewCorrections');
    assert.equal(product.corrections.made.length, 0);
    await run('reviewCorrections');
    assert.deepEqual(inform.calls.at(-1), ['There are no corrections.']);
  });

  it('are undone one by one from where they are listed', async () => {
    const [incident] = locals();
    assert.ok(incident);
    await run('pinIncident', { kind: 'incident', id: incident.id });
    await run('pinIncident', { kind: 'incident', id: incident.id });
    await run('undoCorrection', { correctionId: product.corrections.made[0]?.id });
    assert.equal(product.corrections.made.length, 1);
    await run('undoCorrection', { correctionId: 'nobody' });
    assert.equal(product.corrections.made.length, 1);
  });

  it('say what cannot be', async () => {
    const [incident] = locals();
    assert.ok(incident);
    const nodes = memberKeys(incident).map((key) => alertNode(key, { kind: 'incident', incidentId: incident.id }));
    await run('removeFromIncident', nodes[0], nodes);
    assert.deepEqual(inform.calls, [['The incident would be left without an alert in the list.']]);
    assert.equal(product.corrections.made.length, 0);
  });
});
