import { displayLabel, displayText } from '../../domain/displayText.ts';
import { safeLink } from '../../domain/safeLink.ts';
import type { LinkModel } from '../../protocol/linkModel.ts';

/** What the ids in a panel model stand for. Stays on the host: the webview only ever names an id. */
export interface PanelActions {
  /** Addresses that were found safe to open. */
  readonly links: ReadonlyMap<string, string>;
  /** Texts to copy, as sent; `copyText` makes them fit for a clipboard. */
  readonly copies: ReadonlyMap<string, string>;
}

/** Gathers a panel's links and copy texts while its model is built; ids are unique within one model. */
export class PanelActionTable implements PanelActions {
  readonly links = new Map<string, string>();
  readonly copies = new Map<string, string>();
  readonly #portalUrl: string;

  constructor(portalUrl: string) {
    this.#portalUrl = portalUrl;
  }

  link(label: string, href: string): LinkModel {
    const safe = safeLink(href, { portalUrl: this.#portalUrl });
    const shown = displayLabel(label) || displayLabel(href, 80);
    if (safe === undefined) {
      return { kind: 'address', label: shown, address: displayLabel(href, 500), copyId: this.copy(href) };
    }
    const linkId = `link${String(this.links.size)}`;
    this.links.set(linkId, safe);
    return { kind: 'open', linkId, label: shown, site: siteOf(safe) };
  }

  copy(text: string): string {
    const copyId = `copy${String(this.copies.size)}`;
    this.copies.set(copyId, text);
    return copyId;
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
