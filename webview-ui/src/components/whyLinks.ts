import { html, type TemplateResult } from 'lit-html';
import type { WhyLink } from '../../../src/protocol/whyModel.ts';
import type { Ui } from '../ui.ts';
import { cappedList } from './cappedList.ts';
import { moveFocus } from './moveFocus.ts';
import { linkedAlert, tie, type LinkPlace } from './whyLink.ts';

/**
 * Links from alert to alert, each with what it rests on. A single tab stop, however many they are: arrow keys go from
 * alert to alert.
 * @param part names the list among the foldable parts of the page.
 * @param removable whether the page shows the incident that the alerts can be taken out of.
 */
export function whyLinks(part: string, links: readonly WhyLink[], ui: Ui, removable = false): TemplateResult {
  const tabStop = links.findIndex(({ from, to }) => from.alertKey !== undefined || to.alertKey !== undefined);
  const list = cappedList(
    {
      part,
      items: links,
      limit: 40,
      noun: 'links',
      key: (_, at) => at,
      item: (link, at) => linkItem(link, links[at - 1], { tabStop: at === tabStop, removable }, ui),
      wrap: (items) =>
        html`<ol class="why-links" @keydown=${moveFocus}>
          ${items}
        </ol>`,
    },
    ui,
  );
  const beside = removable ? ', and to the button beside it' : '';
  return html`<p class="hint">
      The bars show how likely two alerts are of one attack, by their link alone. Arrow keys go from alert to
      alert${beside}.
    </p>
    ${list}`;
}

/** A link that goes on from the alert where the one before it ends does not draw that alert again. */
function linkItem(link: WhyLink, before: WhyLink | undefined, place: LinkPlace, ui: Ui): TemplateResult {
  const { from, to } = link;
  const goesOn = before?.to.alertKey !== undefined && before.to.alertKey === from.alertKey;
  const toPlace = { ...place, tabStop: place.tabStop && from.alertKey === undefined };
  return html`<li class=${goesOn ? 'goes-on' : ''}>
    ${goesOn ? html`<span class="visually-hidden">${from.title}</span>` : linkedAlert(from, place, ui)} ${tie(link)}
    ${linkedAlert(to, toPlace, ui)}
  </li>`;
}
