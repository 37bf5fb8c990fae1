import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { CommandName } from '../../src/commands/commandIds.ts';
import type { Product } from '../../src/commands/product.ts';
import type { Incident } from '../../src/domain/incident.ts';
import type { RecordModel } from '../../src/protocol/recordModel.ts';
import { commandIds } from '../../src/commands/commandIds.ts';
import { incidentNode } from '../../src/services/tree/treeNode.ts';
import { loadedProduct, replace } from './product.ts';

describe('The journal of an incident', () => {
  let product: Product;
  let incident: Incident;
  let folder: string;
  const replaced: { restore(): void }[] = [];

  /** Puts an answer in the place of a question to the person. */
  function answer(
    name: 'showInputBox' | 'showQuickPick' | 'showSaveDialog' | 'showInformationMessage',
    give: unknown,
  ): void {
    const asked = typeof give === 'function' ? give : () => give;
    replaced.push(
      replace(vscode.window, name, (...given: unknown[]) => Promise.resolve(Reflect.apply(asked, undefined, given))),
    );
  }

  function run(name: CommandName): Thenable<unknown> {
    return vscode.commands.executeCommand(commandIds[name], incidentNode(incident.id));
  }

  async function record(): Promise<RecordModel> {
    const response = await product.response();
    const model = await response.recordOf(incident.id);
    assert.ok(model);
    return model;
  }

  before(async () => {
    product = await loadedProduct();
    const [first] = product.store.state.correlation.incidents;
    assert.ok(first);
    incident = first;
    folder = await mkdtemp(join(tmpdir(), 'report-'));
  });

  afterEach(() => {
    for (const each of replaced.splice(0)) each.restore();
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('has what people note, without the keys that they paste', async () => {
    answer('showInputBox', `Found ghp_${'a1'.repeat(18)} in a script.`);
    await run('addNote');
    const [entry] = (await record()).entries;
    assert.equal(entry?.words, 'Found ⟨redacted⟩ in a script.');
  });

  it('has how the incident is classified, who owns it, and its tags', async () => {
    answer('showQuickPick', (items: readonly { label: string }[]) =>
      items.find(({ label }) => label === 'False positive'),
    );
    answer('showInputBox', 'The scanner is ours.');
    await run('classifyIncident');
    replaced.pop()?.restore();
    answer('showInputBox', 'Grace');
    await run('assignIncident');
    replaced.pop()?.restore();
    answer('showInputBox', 'drill, scanner');
    await run('tagIncident');
    const { classification, owner, tags } = await record();
    assert.equal(classification?.label, 'False positive');
    assert.equal(classification.reason, 'The scanner is ours.');
    assert.equal(owner, 'Grace');
    assert.deepEqual(tags, ['drill', 'scanner']);
  });

  it('changes nothing when the person turns away', async () => {
    const before = await record();
    for (const command of ['addNote', 'assignIncident', 'tagIncident'] as const) {
      answer('showInputBox', undefined);
      await run(command);
    }
    answer('showQuickPick', undefined);
    await run('classifyIncident');
    await run('exportIncident');
    assert.deepEqual(await record(), before);
  });

  for (const [label, extension, mark] of [
    ['Markdown', 'md', '# Incident report'],
    ['JSON', 'json', '"version": 1'],
    ['CSV', 'csv', '"time","kind","who"'],
  ] as const) {
    it(`is exported with the incident as ${label}`, async () => {
      const file = join(folder, `report.${extension}`);
      let proposed = '';
      answer('showQuickPick', (items: readonly { label: string }[]) => items.find((item) => item.label === label));
      answer('showSaveDialog', ({ defaultUri }: { defaultUri: vscode.Uri }) => {
        proposed = defaultUri.path;
        return vscode.Uri.file(file);
      });
      answer('showInformationMessage', undefined);
      await run('exportIncident');
      const text = await readFile(file, 'utf8');
      assert.ok(text.includes(mark));
      assert.ok(text.includes('Grace'));
      assert.match(proposed, new RegExp(`/incident-[a-z0-9-]*[0-9a-f]{8}\\.${extension}$`));
    });
  }
});
