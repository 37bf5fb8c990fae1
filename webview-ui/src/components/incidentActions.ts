import { html, type TemplateResult } from 'lit-html';
import type { Ui } from '../ui.ts';
import { icon } from './icon.ts';

/** What one can do with the incident as a whole. */
export function incidentActions(pinned: boolean, ui: Ui): TemplateResult {
  return html`<vscode-button
      appearance="secondary"
      @click=${() => {
        ui.post({ type: 'renameIncident' });
      }}
      >Rename<span slot="start">${icon('edit')}</span></vscode-button
    ><vscode-button
      appearance="secondary"
      title=${pinned ? 'Back among the others' : 'First in the list'}
      @click=${() => {
        ui.post({ type: 'pinIncident', pinned: !pinned });
      }}
      >${pinned ? 'Unpin' : 'Pin'}<span slot="start">${icon(pinned ? 'pinned' : 'pin')}</span></vscode-button
    >`;
}
