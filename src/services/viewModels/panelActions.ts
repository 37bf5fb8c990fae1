import { displayAddress, displayLabel, displayText } from '../../domain/displayText.ts';
import { hash64 } from '../../domain/hash64.ts';
import { safeLink } from '../../domain/safeLink.ts';
import type { LinkModel } from '../../protocol/linkModel.ts';
import type { StopEntry } from './stopEntryOf.ts';

/** What the ids in a panel model stand for. Stays on the host: the webview only ever names an id. */
export interface PanelActions {
  /** Addresses that were found safe to open. */
  readonly links: ReadonlyMap<string, string>;
  /** Texts to copy, as sent; `copyText` makes them fit for a clipboard. */
  readonly copies: ReadonlyMap<string, string>;
  /** What can be put onto a stop list. */
  readonly stops: ReadonlyMap<string, StopEntry>;
}

/** Of a page that offers none. */
export const noActions: PanelActions = { links: new Map(), copies: new Map(), stops: new Map() };

/** Longest address that can be copied: browsers take no longer ones. */
const longestAddress = 8_000;

/**
 * Gathers a panel's links and copy texts while its model is built. An id is made from what it stands for, so that a click
 * on a page that is one model behind never opens or copies something else.
 */
export class PanelActionTable implements PanelActions {
  readonly links = new Map<string, string>();
  readonly copies = new Map<string, string>();
  readonly stops = new Map<string, StopEntry>();
  readonly #stopTexts = new Map<string, string>();
  readonly #portalUrl: string;

  constructor(portalUrl: string) {
    this.#portalUrl = portalUrl;
  }

  link(label: string, href: string): LinkModel {
    const safe = safeLink(href, { portalUrl: this.#portalUrl });
    const shown = label === href || displayLabel(label) === '' ? displayAddress(href, 80) : displayLabel(label);
    if (safe === undefined) {
      const copyId = this.copy(displayAddress(href, longestAddress));
      return { kind: 'address', label: shown, address: displayAddress(href, 500), copyId };
    }
    const linkId = nameFor(safe, this.links);
    return { kind: 'open', linkId, label: shown, site: siteOf(safe) };
  }

  copy(text: string): string {
    return nameFor(text, this.copies);
  }

  stop(entry: StopEntry): string {
    const id = nameFor(`${entry.part} ${entry.entry}`, this.#stopTexts);
    this.stops.set(id, entry);
    return id;
  }
}

/** The id of a text in the table, where it is put if it is new; a number tells apart two with one fingerprint. */
function nameFor(text: string, table: Map<string, string>): string {
  const hash = hash64(text);
  for (let repeat = 1; ; repeat++) {
    const id = repeat === 1 ? hash : `${hash}.${String(repeat)}`;
    const known = table.get(id);
    if (known === undefined) table.set(id, text);
    if (known === undefined || known === text) return id;
  }
}

/** A text as it goes to the clipboard: what was shown is what is copied, so hidden characters stay visible. */
export function copyText(actions: PanelActions, copyId: string): string | undefined {
  const text = actions.copies.get(copyId);
  return text === undefined ? undefined : displayText(text);
}

/** Host of a checked https address, for the tooltip that says where a button leads. */
function siteOf(href: string): string {
  return displayLabel(/^https:\/\/([^/?#]*)/i.exec(href)?.[1] ?? href, 100);
}
