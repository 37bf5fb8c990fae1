import { html, nothing, type TemplateResult } from 'lit-html';
import type { LinkedAlert, SharedThing, WhyLink, WhyTie } from '../../../src/protocol/whyModel.ts';
import { duration } from '../format/time.ts';
import type { Ui } from '../ui.ts';
import { icon } from './icon.ts';
import type { IconName } from './icons.ts';
import { removeButton } from './removeButton.ts';
import { severityMark } from './severity.ts';
import { strength } from './strength.ts';
import { openAlertButton } from './openButton.ts';

/** Where an alert at one end of a link stands. */
export interface LinkPlace {
  /** It is where the tab key enters the list. */
  readonly tabStop: boolean;
  /** The page shows the incident that it can be taken out of. */
  readonly removable: boolean;
}

/** An alert at one end of a link: opens on click. */
export function linkedAlert(
  { title, alertKey, severity }: LinkedAlert,
  { tabStop, removable }: LinkPlace,
  ui: Ui,
): TemplateResult {
  if (alertKey === undefined) return html`<p class="why-alert missing">${icon('circle')}<span>${title}</span></p>`;
  return html`<p class="why-alert">
    ${severity === undefined ? nothing : severityMark(severity)} ${openAlertButton(alertKey, title, ui, tabStop)}
    ${removable ? removeButton(alertKey, title, ui, false) : nothing}
  </p>`;
}

/** What two alerts have to do with each other: how strongly, by what, how soon; and of a link, who says so. */
export function tie(link: WhyTie & Partial<Pick<WhyLink, 'step'>>): TemplateResult {
  const { shared, sharedMore, step, actorsDiffer } = link;
  const stage = stages[link.stage];
  // Neither a decision nor a repeat is a matter of likelihood.
  const certain = step === 'person' || step === 'repeat';
  return html`<div class="why-tie tie-${certain ? step : link.strength}">
    <div class="why-shared">
      ${certain ? nothing : strength(link.strength, link.probability)}
      ${
        shared.length === 0
          ? nothing
          : html`<ul aria-label="Both name">
              ${shared.map(sharedChip)}
              ${sharedMore === 0 ? nothing : html`<li>and ${sharedMore.toLocaleString()} more</li>`}
            </ul>`
      }
    </div>
    <p class="why-detail">
      <span>${gapText(link)}</span>
      ${stage === undefined ? nothing : html`<span>${icon(stage.icon)}${stage.text}</span>`} ${companyRemark(link)}
      ${step === undefined ? nothing : html`<span title=${steps[step].hint}>${steps[step].text}</span>`}
      ${actorsDiffer ? html`<span>${icon('warning')}They name different actors</span>` : nothing}
    </p>
  </div>`;
}

function sharedChip({ icon: name, noun, name: text, key, likelihood, counts, stopped }: SharedThing): TemplateResult {
  const worth = counts
    ? `Shared ${Math.round(likelihood).toLocaleString()} times as often in one attack as by chance.`
    : stopped
      ? 'On your stop list: it connects nothing.'
      : 'Shared too often by chance, or too long ago, to prove anything.';
  return html`<li class="chip ${counts ? '' : 'chip-void'}" title="${noun}: ${key}. ${worth}">
    ${icon(name)}<span class="visually-hidden">${noun} </span><span>${text}</span>${
      counts ? nothing : html`<span class="chip-remark"> · ${stopped ? 'on your stop list' : 'proves nothing'}</span>`
    }
  </li>`;
}

/** Only what is clear either way. */
function companyRemark({ company }: WhyTie): TemplateResult | typeof nothing {
  if (company < clearCompany && company > 1 / clearCompany) return nothing;
  const [text, times] =
    company > 1 ? ['Detectors that go together', company] : ['Detectors that seldom meet', 1 / company];
  const often = company > 1 ? 'more' : 'less';
  const hint = `In the groups found here, the two speak of one attack ${Math.round(times).toLocaleString()} times ${often} often than by chance.`;
  return html`<span title=${hint}>${icon(company > 1 ? 'layers' : 'warning')}${text}</span>`;
}

const clearCompany = 3;

function gapText({ gap }: WhyTie): string {
  if (gap === undefined) return 'Time unknown';
  return gap === 0 ? 'At the same time' : `${duration(gap)} later`;
}

const stages: Readonly<Record<WhyLink['stage'], { readonly icon: IconName; readonly text: string } | undefined>> = {
  advances: { icon: 'arrow-up', text: 'Further along the kill chain' },
  regresses: { icon: 'arrow-down', text: 'Back along the kill chain' },
  sameDetector: { icon: 'refresh', text: 'Same detector again' },
  level: { icon: 'circle', text: 'Same stage of the kill chain' },
  unknown: undefined,
};

const steps: Readonly<Record<WhyLink['step'], { readonly text: string; readonly hint: string }>> = {
  core: { text: 'Linked by this alone', hint: 'What the two share is enough by itself.' },
  secondLook: {
    text: 'Linked on a second look',
    hint: 'This alone is not enough; all that their alerts have in common is.',
  },
  service: { text: 'Linked by Defender for Cloud', hint: 'Defender for Cloud named both in one incident.' },
  repeat: { text: 'Says the same again', hint: 'The same detector about the same things, within the hour.' },
  person: { text: 'Linked by a person', hint: 'Somebody who works with these alerts put them together.' },
};
