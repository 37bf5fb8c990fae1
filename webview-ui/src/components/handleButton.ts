import { html, type TemplateResult } from 'lit-html';
import type { WebviewToHost } from '../../../src/protocol/webviewToHost.ts';
import type { Ui } from '../ui.ts';
import { icon } from './icon.ts';
import type { IconName } from './icons.ts';

type Action = Extract<WebviewToHost, { type: 'handleIncident' }>['action'];

/** A button for which the host asks what it takes. */
export function actionButton(action: Action, label: string, name: IconName, ui: Ui): TemplateResult {
  return html`<vscode-button
    appearance="secondary"
    @click=${() => {
      ui.post({ type: 'handleIncident', action });
    }}
    >${label}<span slot="start">${icon(name)}</span></vscode-button
  >`;
}
