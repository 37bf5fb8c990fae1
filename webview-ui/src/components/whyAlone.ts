import { html, nothing, type TemplateResult } from 'lit-html';
import type { AloneModel } from '../../../src/protocol/aloneModel.ts';
import { plural } from '../format/plural.ts';
import type { Ui } from '../ui.ts';
import { disclosure } from './disclosure.ts';
import { icon } from './icon.ts';
import { openAlertButton } from './openButton.ts';

type OtherAlert = AloneModel['related'][number];

/** That an alert is in no incident, and on request why: its relatives, and what came closest. */
export function whyAlone(model: AloneModel, alertKey: string, ui: Ui): TemplateResult {
  return html`<p class="hint">This alert stands alone: it is in no incident.</p>
    ${disclosure(
      'why-alone',
      false,
      html`<span class="group-title">Why is this not in an incident?</span>`,
      () =>
        html`<div class="why-alone">
          ${model.excluded ? excluded : html`${related(model, ui)} ${nearest(model, alertKey, ui)}`}
        </div>`,
      ui,
    )}`;
}

const excluded = html`<p>Alerts of this type are excluded from correlation by your settings.</p>`;

function related(model: AloneModel, ui: Ui): TemplateResult | typeof nothing {
  if (model.related.length === 0) return nothing;
  return html`<p>
      It is related to ${plural(model.related.length + model.relatedMore, 'alert')}, which make no incident.
      ${model.relatedReason}
    </p>
    <ul class="plain-list">
      ${model.related.map((other) => html`<li>${openAlertButton(other.alertKey, other.title, ui)}</li>`)}
      ${model.relatedMore === 0 ? nothing : html`<li class="aside">and ${String(model.relatedMore)} more</li>`}
    </ul>`;
}

function nearest(model: AloneModel, alertKey: string, ui: Ui): TemplateResult {
  if (model.nearest.length === 0) {
    return html`<p>No other alert names anything that this one names.</p>`;
  }
  return html`<p>What came closest, and what kept it apart:</p>
    <ul class="plain-list">
      ${model.nearest.map(
        ({ alert, reason }) =>
          html`<li>
            <p class="near-miss">
              ${openAlertButton(alert.alertKey, alert.title, ui)} ${compareButton(alertKey, alert, ui)}
            </p>
            ${reason}
          </li>`,
      )}
    </ul>`;
}

function compareButton(alertKey: string, other: OtherAlert, ui: Ui): TemplateResult {
  return html`<button
    class="link aside"
    type="button"
    aria-label="Compare with ${other.title}"
    @click=${() => {
      ui.post({ type: 'compareAlerts', alertKey, otherKey: other.alertKey });
    }}
  >
    ${icon('git-compare')}Compare
  </button>`;
}
