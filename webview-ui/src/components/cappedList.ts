import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Ui } from '../ui.ts';

export interface CappedList<Item> {
  readonly part: string;
  readonly items: readonly Item[];
  /** Items shown before the person asks for all. */
  readonly limit: number;
  /** "alerts", for the button that shows the rest. */
  readonly noun: string;
  readonly key: (item: Item, at: number) => string | number;
  readonly item: (item: Item, at: number) => unknown;
  readonly wrap: (items: unknown) => unknown;
}

/** A list that shows its beginning, and all of it on request: nothing is out of reach, and the first paint is quick. */
export function cappedList<Item>(list: CappedList<Item>, ui: Ui): TemplateResult {
  const full = list.items.length <= list.limit || ui.isOpen(list.part, false);
  const shown = full ? list.items : list.items.slice(0, list.limit);
  return html`${list.wrap(repeat(shown, list.key, list.item))}
  ${
    full
      ? nothing
      : html`<vscode-button
          class="show-all"
          appearance="secondary"
          @click=${() => {
            ui.setOpen(list.part, true);
          }}
          >Show all ${list.items.length.toLocaleString()} ${list.noun}</vscode-button
        >`
  }`;
}
