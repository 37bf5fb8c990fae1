import { html, nothing, type TemplateResult } from 'lit-html';
import { icon } from '../components/icon.ts';
import type { IconName } from '../components/icons.ts';
import type { EmptyPanelModel } from '../../../src/protocol/panelModel.ts';
import type { Ui } from '../ui.ts';

const icons: Readonly<Record<Exclude<EmptyPanelModel['state'], 'loading'>, IconName>> = {
  gone: 'archive',
  signedOut: 'account',
  failed: 'debug-disconnect',
  uncorrelated: 'warning',
};

/** Nothing to show yet, or any more: says why and what to do about it. */
export function emptyView(model: EmptyPanelModel, ui: Ui): TemplateResult {
  return html`<main class="empty">
    ${
      model.state === 'loading'
        ? html`<vscode-progress-ring aria-label=${model.title}></vscode-progress-ring>`
        : icon(icons[model.state], 'empty-icon')
    }
    <h1>${model.title}</h1>
    <p>${model.explanation}</p>
    ${
      model.canRefresh
        ? html`<vscode-button
            @click=${() => {
              ui.post({ type: 'refresh' });
            }}
            >Refresh<span slot="start">${icon('refresh')}</span></vscode-button
          >`
        : nothing
    }
  </main>`;
}
