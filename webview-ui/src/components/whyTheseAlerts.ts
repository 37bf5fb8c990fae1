import { html, nothing, type TemplateResult } from 'lit-html';
import type { WhyModel } from '../../../src/protocol/whyModel.ts';
import { plural } from '../format/plural.ts';
import type { Ui } from '../ui.ts';
import { disclosure } from './disclosure.ts';
import { section } from './section.ts';
import { whyLinks } from './whyLinks.ts';

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
      ${links.length === 0 ? nothing : disclosure('why', links.length <= openUpTo, summary, () => whyLinks('allLinks', links, ui, true), ui)}
      ${unlinked(why)}`,
  );
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
