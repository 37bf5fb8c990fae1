import { html, nothing, type TemplateResult } from 'lit-html';
import type { TuningPanelModel } from '../../../src/protocol/tuningModel.ts';
import type { Ui } from '../ui.ts';

/** Makes the draft the person's settings, or forgets it. */
export function tuningActions(model: TuningPanelModel, ui: Ui): TemplateResult {
  const { changed, canApply, notApplied, defaults, preview } = model;
  // On a narrow page the summary is far below what is being edited, and this stays in sight.
  return html`<div class="tuning-actions">
    <p class="summary-again" aria-hidden="true">${preview.working ? 'Working it out…' : preview.summary}</p>
    <div class="actions" role="group" aria-label="These settings">
      <vscode-button
        ?disabled=${!changed || !canApply}
        @click=${() => {
          ui.applyTuning();
        }}
        >Apply</vscode-button
      >
      <vscode-button
        appearance="secondary"
        ?disabled=${!changed}
        @click=${() => {
          ui.discardTuning();
        }}
        >Discard</vscode-button
      >
      <vscode-button
        appearance="secondary"
        @click=${() => {
          ui.tune(defaults);
        }}
        >Restore Defaults</vscode-button
      >
    </div>
    ${
      notApplied
        ? html`<p class="not-applied" role="alert">
            The settings could not be written. If settings.json is open with an error in it, correct it and try again.
          </p>`
        : nothing
    }
  </div>`;
}
