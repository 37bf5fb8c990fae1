import type { Steps } from '../../domain/steps.ts';
import type { StoreState, SubscriptionSnapshot } from '../storeState.ts';
import type { SavedRow, SavedScreen } from '../tree/savedScreen.ts';
import type { TreeNode } from '../tree/treeNode.ts';
import type { TreeModel } from '../treeModel.ts';

/** Rows of incidents' alerts that are saved, of the first incidents; the others are there once the alerts are. */
const memberRowLimit = 500;

/** Rows of one list that are saved; of a longer one none, so that none is taken for all. */
const rowLimit = 502;

/**
 * The state as it is shown before anything was read again: each subscription as of when it was read, and nothing that
 * only holds at this moment.
 */
export function stateToSave(state: StoreState): StoreState {
  return {
    ...state,
    failedTenants: [],
    unreadableRows: [],
    refreshing: false,
    subscriptions: state.subscriptions.map((snapshot) => ({ ...snapshot, health: asKept(snapshot) })),
  };
}

function asKept({ health }: SubscriptionSnapshot): SubscriptionSnapshot['health'] {
  const at = health.kind === 'failed' ? health.staleSince : health.kind === 'loading' ? undefined : health.at;
  return at === undefined ? { kind: 'loading', alertsSoFar: 0 } : { kind: 'restored', at };
}

/** What the tree shows when it is opened, of a state as `stateToSave` makes it; undefined when nothing was ever read. */
export function* savedScreenOf(state: StoreState, model: TreeModel): Steps<SavedScreen | undefined> {
  const times = state.subscriptions.flatMap(({ health }) => (health.kind === 'restored' ? [health.at] : []));
  if (times.length === 0) return undefined;
  let members = 0;
  const rows: SavedRow[] = [];
  for (const root of model.roots()) {
    const listed = model.children(root);
    const children: SavedRow[] = [];
    for (const child of listed.length > rowLimit ? [] : listed) {
      const below = child.kind === 'incident' && members < memberRowLimit ? model.children(child) : undefined;
      members += below?.length ?? 0;
      children.push(
        rowOf(
          child,
          model,
          below?.map((member) => rowOf(member, model)),
        ),
      );
      yield;
    }
    rows.push(rowOf(root, model, listed.length > rowLimit ? undefined : children));
  }
  return { at: times.reduce((oldest, time) => Math.min(oldest, time)), rows };
}

function rowOf(node: TreeNode, model: TreeModel, children?: readonly SavedRow[]): SavedRow {
  return { node, row: model.describe(node), ...(children === undefined ? {} : { children }) };
}
