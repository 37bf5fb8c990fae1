import { html, type TemplateResult } from 'lit-html';
import type { Ui } from '../ui.ts';

/** The title of an alert that opens its panel. `tabStop` is false inside lists that are walked with the arrow keys. */
export function openAlertButton(alertKey: string, title: string, ui: Ui, tabStop = true): TemplateResult {
  return openButton(title, tabStop, () => {
    ui.post({ type: 'openAlert', alertKey });
  });
}

/** The title of an incident that opens its panel. */
export function openIncidentButton(incidentId: string, title: string, ui: Ui): TemplateResult {
  return openButton(title, true, () => {
    ui.post({ type: 'openIncident', incidentId });
  });
}

function openButton(title: string, tabStop: boolean, open: () => void): TemplateResult {
  return html`<button class="link" type="button" tabindex=${tabStop ? 0 : -1} @click=${open}>${title}</button>`;
}
