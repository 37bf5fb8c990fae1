import { html, nothing, type TemplateResult } from 'lit-html';
import { assertNever } from '../../../src/domain/assertNever.ts';
import type { FactModel, FactValue } from '../../../src/protocol/factModel.ts';
import type { Ui } from '../ui.ts';
import { copyButton } from './copyButton.ts';
import { link } from './link.ts';
import { moment } from './time.ts';

/** Longer values can be higher than their box in a narrow panel: the keyboard has to reach what scrolls. UTF-16 units. */
const scrolledFrom = 200;

/** Labelled facts, label beside value where there is room. */
export function factList(facts: readonly FactModel[], ui: Ui): TemplateResult | typeof nothing {
  if (facts.length === 0) return nothing;
  return html`<dl class="facts">
    ${facts.map(
      (fact) =>
        html`<dt>${fact.label}</dt>
          <dd>${fact.values.map((value) => factValue(value, fact.label, ui))}</dd>`,
    )}
  </dl>`;
}

function factValue(value: FactValue, label: string, ui: Ui): TemplateResult {
  switch (value.kind) {
    case 'text':
      return html`<span class="value">${value.text}</span>`;
    case 'code':
      return html`<span class="value code-value"
        ><code tabindex=${value.text.length > scrolledFrom ? 0 : nothing}>${value.text}</code
        >${copyButton(value.copyId, label, ui)}</span
      >`;
    case 'time':
      return html`<span class="value">${moment(value.at)}</span>`;
    case 'link':
      return html`<span class="value">${link(value.link, ui)}</span>`;
    default:
      return assertNever(value);
  }
}
