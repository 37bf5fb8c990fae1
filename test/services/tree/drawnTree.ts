import type { Alert } from '../../../src/domain/alert.ts';
import type { StoreState } from '../../../src/services/storeState.ts';
import { TreeModel } from '../../../src/services/treeModel.ts';
import { aMemberEntity, anAlert, aServiceIncident, hour, noon, virtualMachine } from '../../builders/alert.ts';

export type Wish = Partial<ConstructorParameters<typeof TreeModel>[0]>;

export function treeOf(state: StoreState, wish: Wish = {}): TreeModel {
  return new TreeModel({
    state,
    now: noon + 3 * hour,
    timeOfDay: (time) => new Date(time).toISOString().slice(11, 16),
    progressOf: () => undefined,
    isNew: () => false,
    shownRows: () => 0,
    ...wish,
  });
}

export const nothing = { kind: 'offline' } as const;

/** Two alerts in a service incident that also names one that is missing, and one alert that stands alone. */
export function story(): readonly Alert[] {
  const first = anAlert({ called: 'first', startTime: noon });
  const second = anAlert({ called: 'second', startTime: noon + hour, endTime: noon + hour });
  const members = [second, first].map(({ systemAlertId }) => aMemberEntity([systemAlertId]));
  const missing = aMemberEntity(['gone'], { displayName: 'Deleted alert', startTimeUtc: '2026-03-02T10:30:00Z' });
  const incident = aServiceIncident('incident', [...members, missing]);
  const alone = anAlert({ called: 'alone', on: [virtualMachine('db-1')], startTime: noon - hour });
  return [first, second, incident, alone];
}

/** The tree as indented labels with descriptions, everything expanded. */
export function drawn(tree: TreeModel, nodes = tree.roots(), depth = 0): string[] {
  return nodes.flatMap((node) => {
    const { label, description } = tree.describe(node);
    return [`${'  '.repeat(depth)}${label} | ${description}`, ...drawn(tree, tree.children(node), depth + 1)];
  });
}

export function fail(): never {
  throw new Error('a row is missing');
}
