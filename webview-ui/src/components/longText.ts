import { html, nothing, type TemplateResult } from 'lit-html';
import type { TextModel } from '../../../src/protocol/textModel.ts';
import type { Ui } from '../ui.ts';

/** A text with its lines kept; a very long one shows its beginning until the person asks for the rest. */
export function longText(model: TextModel, ui: Ui): TemplateResult {
  return html`<div class="long-text">
    ${model.pieces.map((piece) => html`<p>${piece}</p>`)}
    ${
      model.hidden === 0
        ? nothing
        : html`<vscode-button
            appearance="secondary"
            @click=${() => {
              ui.post({ type: 'showInFull', textId: model.textId });
            }}
            >Show all (${model.hidden.toLocaleString()} more characters)</vscode-button
          >`
    }
  </div>`;
}
