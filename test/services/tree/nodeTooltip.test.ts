import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/domain/alert.ts';
import { nodeTooltip } from '../../../src/services/tree/nodeTooltip.ts';
import { treeIndexOf } from '../../../src/services/tree/treeIndex.ts';
import type { StoreState } from '../../../src/services/storeState.ts';
import type { TreeNode } from '../../../src/services/tree/treeNode.ts';
import { alertNode } from '../../../src/services/tree/treeNode.ts';
import { anAlert, noon } from '../../builders/alert.ts';
import { aStoreState } from '../../builders/storeState.ts';

function linesOf(alert: Alert): readonly string[] {
  return tooltipOf(alertNode(alert.key, { kind: 'group', group: 'Unknown' }), aStoreState([{ alerts: [alert] }]));
}

function tooltipOf(node: TreeNode, state: StoreState): readonly string[] {
  const lines = nodeTooltip(node, {
    state,
    index: treeIndexOf(state.correlation),
    now: noon,
    timeOfDay: () => 'noon',
    progressOf: () => undefined,
    isNew: () => false,
  });
  return lines.map(({ name, text }) => (name === undefined ? text : `${name}: ${text}`));
}

describe('the tooltip of an alert', () => {
  it('says severity and status in the words that we know', () => {
    expect(linesOf(anAlert({ severity: 'High', status: 'InProgress' }))).toEqual(
      expect.arrayContaining(['Severity: High', 'Status: InProgress']),
    );
  });

  it('says what is unknown in the words of the service, with hidden characters visible', () => {
    const unrecognized = { severity: 'Catas\u202Etrophic', status: 'Frobnicated' };
    expect(linesOf(anAlert({ severity: 'Unknown', status: 'Unknown', unrecognized }))).toEqual(
      expect.arrayContaining(['Severity: Unknown (Catas⟨U+202E⟩trophic)', 'Status: Unknown (Frobnicated)']),
    );
  });
});
