import * as vscode from 'vscode';
import type { Correlation } from '../domain/correlation/correlation.ts';
import type { ItemTarget } from '../protocol/panelTarget.ts';
import type { Steps } from '../domain/steps.ts';
import type { SearchEntry } from '../services/itemSearch.ts';
import type { Cancel } from '../services/slices.ts';
import type { Product } from './product.ts';
import { alertEntries, incidentEntries, searchItems } from '../services/itemSearch.ts';
import { systemPauses } from '../platform/systemPauses.ts';
import { inSlices } from '../services/slices.ts';
import { alertNode, incidentNode } from '../services/tree/treeNode.ts';
import { withoutIcons } from '../services/withoutIcons.ts';
import { iconPath } from '../tree/iconPath.ts';

/** More would not be read, and VS Code draws each of them. */
const listLimit = 200;

/** What it takes to look for an item. */
export type ItemSources = Pick<Product, 'extensionUri' | 'refresher' | 'store' | 'view'>;

export type ItemKind = 'incidents' | 'alerts' | 'all';

interface ItemPick extends vscode.QuickPickItem {
  readonly target?: ItemTarget;
}

const placeholders: Readonly<Record<ItemKind, string>> = {
  incidents: 'Open an incident: type words of its title, resource or id',
  alerts: 'Open an alert: type words of its title, type, resource or id',
  all: 'Which incident or alert? Type words of its title, resource or id',
};

/**
 * Lets the person search for an item; undefined when they turn away. What arrives while the list is open joins it. The
 * search is ours, because VS Code's would not look at ids and resources that the row does not show.
 *
 * @param except the id of an item that is no choice.
 */
export async function askForItem(
  product: ItemSources,
  kind: ItemKind,
  placeholder = placeholders[kind],
  except?: string,
): Promise<ItemTarget | undefined> {
  const pick = vscode.window.createQuickPick<ItemPick>();
  pick.placeholder = placeholder;
  const list = (): void => {
    pick.items = itemsFor(product, entries.now(), pick.value);
    pick.busy = product.store.state.refreshing || product.store.state.correlating || entries.isGathering;
  };
  const entries = entriesOfNow(product, kind, except, list);
  const { promise, resolve } = Promise.withResolvers<ItemTarget | undefined>();
  const stop = product.store.onDidChange(list);
  pick.onDidChangeValue(list);
  pick.onDidAccept(() => {
    const target = pick.selectedItems[0]?.target;
    if (target === undefined) return;
    resolve(target);
    pick.hide();
  });
  pick.onDidHide(() => {
    resolve(undefined);
  });
  list();
  pick.show();
  void product.refresher.ensureLoaded();
  try {
    return await promise;
  } finally {
    stop();
    entries.dispose();
    pick.dispose();
  }
}

interface Entries {
  /** What can be found; while it is gathered anew, what could be found before. */
  now(): readonly SearchEntry[];
  readonly isGathering: boolean;
  dispose(): void;
}

/** Gathers what can be found when alerts changed, not at every key, and in slices: it may be a hundred thousand. */
function entriesOfNow(
  { store }: ItemSources,
  kind: ItemKind,
  except: string | undefined,
  gathered: () => void,
): Entries {
  let searched: Correlation | undefined;
  let entries: readonly SearchEntry[] = [];
  let isGathering = false;
  let cancel: Cancel = () => undefined;
  const gather = (correlation: Correlation): void => {
    cancel();
    isGathering = true;
    let isLate = false;
    const done = (all: readonly SearchEntry[]): void => {
      isGathering = false;
      entries = all.filter(({ target }) => target.id !== except);
      if (isLate) gathered();
    };
    cancel = inSlices(entriesOf(correlation, kind), systemPauses, done, () => (isGathering = false));
    isLate = true;
  };
  return {
    now: () => {
      const { correlation } = store.state;
      if (correlation !== searched) {
        searched = correlation;
        gather(correlation);
      }
      return entries;
    },
    get isGathering() {
      return isGathering;
    },
    dispose: () => cancel(),
  };
}

function* entriesOf(correlation: Correlation, kind: ItemKind): Steps<readonly SearchEntry[]> {
  const incidents = kind === 'alerts' ? [] : yield* incidentEntries(correlation);
  const alerts = kind === 'incidents' ? [] : yield* alertEntries(correlation);
  return [...incidents, ...alerts];
}

function itemsFor(product: ItemSources, entries: readonly SearchEntry[], query: string): readonly ItemPick[] {
  const { found, more } = searchItems(entries, query, listLimit);
  const items = found.map(({ target }) => itemFor(product, target));
  if (more > 0) return [...items, { label: `${String(more)} more: type to narrow down`, alwaysShow: true }];
  return items;
}

/** An item as a row of a list. */
export function itemFor(product: ItemSources, target: ItemTarget): ItemPick {
  const node =
    target.kind === 'incident' ? incidentNode(target.id) : alertNode(target.id, { kind: 'group', group: 'Unknown' });
  const { label, description, icon } = product.view.describe(node);
  return {
    label: withoutIcons(label),
    description: withoutIcons(description),
    alwaysShow: true,
    target,
    ...(icon === undefined ? {} : { iconPath: iconPath(icon, product.extensionUri) }),
  };
}
