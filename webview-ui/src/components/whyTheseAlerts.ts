import { html, nothing, type TemplateResult } from 'lit-html';
import type { WhyLink, WhyModel } from '../../../src/protocol/whyModel.ts';
import { plural } from '../format/plural.ts';
import type { Ui } from '../ui.ts';
import { cappedList } from './cappedList.ts';
import { disclosure } from './disclosure.ts';
import { section } from './section.ts';
import { linkedAlert, tie } from './whyLink.ts';

/** Up to here the links are worth seeing unasked. */
const openUpTo = 8;

/** What makes these alerts one incident: one sentence, and every link with what it rests on. */
export function whyTheseAlerts(why: WhyModel, ui: Ui): TemplateResult {
  const { links } = why;
  const summary = html`<span class="group-title">How they are linked</span
    ><span class="aside">${plural(links.length, 'link')}</span>`;
  return section(
    { id: 'why', title: 'Why these alerts?', icon: 'link' },
    html`<p class="why-sentence">${why.sentence}</p>
      ${links.length === 0 ? nothing : disclosure('why', links.length <= openUpTo, summary, () => linkList(links, ui), ui)}
      ${unlinked(why)}`,
  );
}

function linkList(links: readonly WhyLink[], ui: Ui): TemplateResult {
  const list = cappedList(
    {
      part: 'allLinks',
      items: links,
      limit: 40,
      noun: 'links',
      key: (_, at) => at,
      item: (link, at) => linkItem(link, links[at - 1], ui),
      wrap: (items) =>
        html`<ol class="why-links">
          ${items}
        </ol>`,
    },
    ui,
  );
  return html`<p class="hint">The bars show how likely two alerts are of one attack, by their link alone.</p>
    ${list}`;
}

/** A link that goes on from the alert where the one before it ends does not draw that alert again. */
function linkItem(link: WhyLink, before: WhyLink | undefined, ui: Ui): TemplateResult {
  const goesOn = before?.to.alertKey !== undefined && before.to.alertKey === link.from.alertKey;
  return html`<li class=${goesOn ? 'goes-on' : ''}>
    ${goesOn ? html`<span class="visually-hidden">${link.from.title}</span>` : linkedAlert(link.from, ui)} ${tie(link)}
    ${linkedAlert(link.to, ui)}
  </li>`;
}

function unlinked({ links, repeated, declaredOnly }: WhyModel): TemplateResult | typeof nothing {
  const sentences = [
    repeated === 0
      ? ''
      : `${plural(repeated, 'more alert repeats', 'more alerts repeat')} one of these within the hour.`,
    declaredOnly === 0 || links.length === 0
      ? ''
      : `${plural(declaredOnly, 'more alert is', 'more alerts are')} here because Defender for Cloud says so.`,
  ].filter((sentence) => sentence !== '');
  return sentences.length === 0 ? nothing : html`<p class="hint">${sentences.join(' ')}</p>`;
}
