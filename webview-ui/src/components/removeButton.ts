import { html, type TemplateResult } from 'lit-html';
import type { Ui } from '../ui.ts';
import { icon } from './icon.ts';

/** Takes an alert out of the incident that the page shows. `title` completes the name for screen readers. */
export function removeButton(alertKey: string, title: string, ui: Ui, tabStop = true): TemplateResult {
  return html`<vscode-button
    class="remove"
    appearance="icon"
    tabindex=${tabStop ? 0 : -1}
    aria-label="Remove from incident: ${title}"
    title="Remove from incident"
    @click=${() => {
      ui.post({ type: 'removeFromIncident', alertKey });
    }}
    >${icon('close')}</vscode-button
  >`;
}
