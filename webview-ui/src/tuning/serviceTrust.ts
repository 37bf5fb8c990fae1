import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { TuningDraft } from '../../../src/protocol/tuningModel.ts';
import type { Ui } from '../ui.ts';

type Trust = TuningDraft['serviceIncidents'];

const choices: readonly { readonly trust: Trust; readonly label: string; readonly hint: string }[] = [
  { trust: 'full', label: 'Trust them', hint: 'Their alerts belong together, and what else is found extends them.' },
  {
    trust: 'shownOnly',
    label: 'Show them only',
    hint: 'They are shown as they are; what correlation finds by itself stands beside them.',
  },
];

/** How far the word of the service's incidents goes. */
export function serviceTrust({ serviceIncidents }: TuningDraft, ui: Ui): TemplateResult {
  return html`<div role="radiogroup" aria-labelledby="trust-heading" class="choices">
    ${choices.map(
      ({ trust, label, hint }) =>
        html`<label class="choice"
          ><input
            type="radio"
            name="trust"
            value=${trust}
            .checked=${live(serviceIncidents === trust)}
            @change=${() => {
              ui.tune({ serviceIncidents: trust });
            }}
          /><span><span>${label}</span><span class="hint">${hint}</span></span></label
        >`,
    )}
  </div>`;
}
