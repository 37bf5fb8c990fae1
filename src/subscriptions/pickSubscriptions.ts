import * as vscode from 'vscode';
import type { AlertStore } from '../services/alertStore.ts';
import { chosenOf, decide, type SubscriptionChoice } from '../services/subscriptionChoice.ts';
import { subscriptionPicks, type TenantPicks } from '../services/subscriptionPicks.ts';

interface Pick extends vscode.QuickPickItem {
  /** Absent for the row that says what becomes of new subscriptions, and between tenants. */
  readonly subscriptionId?: string;
}

const newOnes: Pick = {
  label: 'Add new subscriptions automatically',
  description: 'also those that are created or shared with you later',
};

const oneTenant: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('filter'),
  tooltip: 'Only One Tenant…',
};

/**
 * Lets the person choose which subscriptions to see: grouped by tenant, searched by name, id and state. Gives the new
 * choice; undefined when they turn away, and when there is nothing to choose from.
 */
export async function pickSubscriptions(
  store: AlertStore,
  before: SubscriptionChoice,
): Promise<SubscriptionChoice | undefined> {
  const offered = store.state.available;
  const tenants = subscriptionPicks(store.state);
  const checked = new Set(chosenOf(before, offered).map(({ subscriptionId }) => subscriptionId));
  const draft: Draft = { checked, addNew: before.kind === 'all' };
  const accepted = await new SubscriptionPicker(tenants, draft).ask();
  return accepted ? decide(before, { offered, ...draft }) : undefined;
}

interface Draft {
  readonly checked: Set<string>;
  addNew: boolean;
}

class SubscriptionPicker {
  readonly #tenants: readonly TenantPicks[];
  readonly #draft: Draft;
  readonly #pick = vscode.window.createQuickPick<Pick>();
  #shown: readonly TenantPicks[];
  /** Another list is in front: VS Code hides this one meanwhile. */
  #isBehind = false;

  constructor(tenants: readonly TenantPicks[], draft: Draft) {
    this.#tenants = tenants;
    this.#draft = draft;
    this.#shown = tenants;
    this.#pick.title = 'Subscriptions to Show';
    this.#pick.placeholder = 'Type to search by name, id or state';
    this.#pick.canSelectMany = true;
    this.#pick.matchOnDescription = true;
    this.#pick.buttons = tenants.length > 1 ? [oneTenant] : [];
  }

  /** True when the person confirmed; the draft then holds what they decided. */
  async ask(): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.#pick.onDidAccept(() => {
      this.#note();
      resolve(true);
    });
    this.#pick.onDidHide(() => {
      if (!this.#isBehind) resolve(false);
    });
    this.#pick.onDidTriggerButton(() => void this.#askForTenant());
    this.#list();
    this.#pick.show();
    const accepted = await promise;
    this.#pick.dispose();
    return accepted;
  }

  #list(): void {
    const several = this.#tenants.length > 1;
    const rows = this.#shown.flatMap(({ title, picks }): readonly Pick[] =>
      several ? [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...picks] : picks,
    );
    const items = [newOnes, ...rows];
    this.#pick.items = items;
    const { checked, addNew } = this.#draft;
    this.#pick.selectedItems = items.filter((item) =>
      item.subscriptionId === undefined ? item === newOnes && addNew : checked.has(item.subscriptionId),
    );
  }

  /** Takes what is checked of the rows that are listed into the draft; of others it says nothing. */
  #note(): void {
    const { checked } = this.#draft;
    for (const { picks } of this.#shown) for (const { subscriptionId } of picks) checked.delete(subscriptionId);
    this.#draft.addNew = false;
    for (const item of this.#pick.selectedItems) {
      if (item.subscriptionId !== undefined) checked.add(item.subscriptionId);
      else if (item.label === newOnes.label) this.#draft.addNew = true;
    }
  }

  async #askForTenant(): Promise<void> {
    this.#note();
    this.#isBehind = true;
    const items = [
      { label: 'All tenants', shown: this.#tenants },
      ...this.#tenants.map((tenant) => ({
        label: tenant.title,
        description: `${tenant.picks.length.toLocaleString('en')} subscriptions · ${tenant.tenantId}`,
        shown: [tenant],
      })),
    ];
    const chosen = await vscode.window.showQuickPick(items, {
      placeHolder: 'Tenant whose subscriptions to list',
      matchOnDescription: true,
    });
    this.#isBehind = false;
    this.#shown = chosen?.shown ?? this.#shown;
    this.#list();
    this.#pick.show();
  }
}
