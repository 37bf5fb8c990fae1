import { html, type TemplateResult } from 'lit-html';
import type { WhyLink } from '../../../src/protocol/whyModel.ts';
import type { Ui } from '../ui.ts';
import { cappedList } from './cappedList.ts';
import { moveFocus } from './moveFocus.ts';
import { linkedAlert, tie } from './whyLink.ts';

/**
 * Links from alert to alert, each with what it rests on. A single tab stop, however many they are: arrow keys go from
 * alert to alert.
 * @param part names the list among the foldable parts of the page.
 */
export function whyLinks(part: string, links: readonly WhyLink[], ui: Ui): TemplateResult {
  const tabStop = links.findIndex(({ from, to }) => from.alertKey !== undefined || to.alertKey !== undefined);
  const list = cappedList(
    {
      part,
      items: links,
      limit: 40,
      noun: 'links',
      key: (_, at) => at,
      item: (link, at) => linkItem(link, links[at - 1], at === tabStop, ui),
      wrap: (items) =>
        html`<ol class="why-links" @keydown=${moveFocus}>
          ${items}
        </ol>`,
    },
    ui,
  );
  return html`<p class="hint">
      The bars show how likely two alerts are of one attack, by their link alone. Arrow keys go from alert to alert.
    </p>
    ${list}`;
}

/** A link that goes on from the alert where the one before it ends does not draw that alert again. */
function linkItem(link: WhyLink, before: WhyLink | undefined, tabStop: boolean, ui: Ui): TemplateResult {
  const goesOn = before?.to.alertKey !== undefined && before.to.alertKey === link.from.alertKey;
  return html`<li class=${goesOn ? 'goes-on' : ''}>
    ${goesOn ? html`<span class="visually-hidden">${link.from.title}</span>` : linkedAlert(link.from, tabStop, ui)}
    ${tie(link)} ${linkedAlert(link.to, tabStop && link.from.alertKey === undefined, ui)}
  </li>`;
}
