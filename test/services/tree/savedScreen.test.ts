import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/domain/steps.ts';
import { savedScreenOf, stateToSave } from '../../../src/services/cache/savedRows.ts';
import { readScreen, writeScreen } from '../../../src/services/cache/screenText.ts';
import type { StoreState } from '../../../src/services/storeState.ts';
import { age } from '../../../src/services/tree/age.ts';
import { markedTimes, SavedTree, type SavedScreen, type TimeWords } from '../../../src/services/tree/savedScreen.ts';
import type { TreeNode } from '../../../src/services/tree/treeNode.ts';
import { TreeModel } from '../../../src/services/treeModel.ts';
import { aMemberEntity, anAlert, aServiceIncident, hour, noon, subscriptionB } from '../../builders/alert.ts';
import { hostileTexts } from '../../builders/hostileText.ts';
import { aStoreState, aSubscription } from '../../builders/storeState.ts';

/** Stands for any checksum: what matters is that it depends on the text. */
const hash = (text: string): string => String(text.length);

function treeOf(state: StoreState, words: TimeWords): TreeModel {
  return new TreeModel({
    ...words,
    state,
    now: noon,
    progressOf: () => undefined,
    isNew: () => false,
    shownRows: () => 0,
  });
}

function screenOf(state: StoreState): SavedScreen {
  const saved = stateToSave(state);
  const screen = finish(savedScreenOf(saved, treeOf(saved, markedTimes)));
  if (screen === undefined) throw new Error('Nothing to save');
  return screen;
}

const at = (now: number): TimeWords => ({
  ageOf: (time) => age(time, now) ?? '',
  timeOfDay: (time) => new Date(time).toISOString().slice(11, 16),
});

/** Every row that a tree shows once its first rows are expanded. */
function rowsOf(tree: TreeModel | SavedTree): unknown[] {
  const below = (node: TreeNode): unknown[] => [
    node,
    tree.describe(node),
    ...(tree.children(node) ?? []).flatMap((child) => [node, ...below(child)]),
  ];
  return tree.roots().flatMap((root) => (root.kind === 'section' && root.section === 'alerts' ? [] : below(root)));
}

const members = [anAlert({ called: 'x', startTime: noon - hour, endTime: noon - hour }), anAlert({ called: 'y' })];
const entity = aMemberEntity(members.map(({ systemAlertId }) => systemAlertId));
const incident = aServiceIncident('attack', [entity]);
const state = aStoreState([
  { alerts: [...members, incident] },
  { subscription: aSubscription(subscriptionB), alerts: [] },
]);

describe('a saved screen', () => {
  it('shows the rows that the tree showed, under the same ids', () => {
    const kept = stateToSave(state);
    const tree = new SavedTree(screenOf(state), at(noon));
    expect(rowsOf(tree)).toEqual(rowsOf(treeOf(kept, at(noon))));
    expect(tree.roots()).toHaveLength(2);
  });

  it('writes ages as of when it is shown again', () => {
    const tree = new SavedTree(screenOf(state), at(noon + 3 * hour));
    const [incidents] = tree.roots();
    const [row] = incidents === undefined ? [] : (tree.children(incidents) ?? []);
    expect(row && tree.describe(row)).toMatchObject({ description: expect.stringContaining('3 h') as string });
  });

  it('knows of rows that were not saved that they have to be waited for', () => {
    const tree = new SavedTree(screenOf(state), at(noon));
    const group: TreeNode = { kind: 'group', id: 'alerts/Low', group: 'Low' };
    expect(tree.children(group)).toBeUndefined();
    expect(tree.describe(group).label).toBe('Loading');
  });

  it('is of subscriptions as of when they were read, and of nothing that holds only at the moment', () => {
    const failed = { kind: 'offline' } as const;
    const other = aSubscription(subscriptionB);
    const half = aStoreState(
      [{ alerts: members }, { subscription: other, failure: failed }],
      [{ tenantId: 't', failure: failed }],
    );
    const text = JSON.stringify(screenOf(half).rows);
    expect(text).not.toContain('offline');
    expect(text).not.toContain('enant');
  });

  it('is not made of a state in which nothing was ever read', () => {
    const unread = stateToSave(aStoreState([{ failure: { kind: 'offline' } }]));
    expect(finish(savedScreenOf(unread, treeOf(unread, markedTimes)))).toBeUndefined();
  });

  it('holds no text of an alert that could pass for a time', () => {
    const displayName = `Alert ${markedTimes.ageOf(noon)}`;
    const hostile = aStoreState([{ alerts: [anAlert({ displayName, compromisedEntity: displayName, on: [] })] }]);
    const [, alerts] = new SavedTree(screenOf(hostile), at(noon)).roots();
    const model = treeOf(stateToSave(hostile), markedTimes);
    const group = alerts === undefined ? [] : model.children(alerts);
    const rows = group.flatMap((each) => model.children(each)).map((each) => model.describe(each));
    expect(rows).toHaveLength(1);
    for (const { description, label } of rows) {
      expect(label).not.toContain('\u0001');
      expect(description.split('\u0001')).toHaveLength(3);
    }
  });
});

describe('a screen on disk', () => {
  const text = writeScreen(screenOf(state), 'alice', hash);

  it('is what was written, whatever alerts say', () => {
    expect(readScreen(text, 'alice', hash)).toEqual(screenOf(state));
    const hostile = screenOf(
      aStoreState([{ alerts: hostileTexts.map((said, n) => anAlert({ called: String(n), displayName: said })) }]),
    );
    expect(readScreen(writeScreen(hostile, 'alice', hash), 'alice', hash)).toEqual(hostile);
  });

  it('of another owner, of another version or damaged is no screen', () => {
    expect(readScreen(text, 'bob', hash)).toBeUndefined();
    expect(readScreen(text.slice(0, -1), 'alice', hash)).toBeUndefined();
    expect(readScreen('', 'alice', hash)).toBeUndefined();
    expect(readScreen(text.replace('"v":2', '"v":1'), 'alice', hash)).toBeUndefined();
    expect(readScreen(text.replace('"kind":"section"', '"kind":"sektion"'), 'alice', hash)).toBeUndefined();
  });

  it('leads to no file but a picture of ours', () => {
    const led = text.replaceAll(
      /"name":"incident-[a-z]+"/g,
      (found) => `"name":"${'../'.repeat(4).padEnd(found.length - 9, 'x')}"`,
    );
    expect(led).not.toBe(text);
    expect(readScreen(led, 'alice', hash)).toBeUndefined();
  });
});
