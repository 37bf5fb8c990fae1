import { html, type TemplateResult } from 'lit-html';
import type { Ui } from '../ui.ts';
import { icon } from './icon.ts';

/** Copies a text that the host knows by id. `what` completes the name for screen readers: "Copy command". */
export function copyButton(copyId: string, what: string, ui: Ui): TemplateResult {
  const copied = ui.wasCopied(copyId);
  const label = copied ? 'Copied' : `Copy ${what}`;
  return html`<vscode-button
    class="copy"
    appearance="icon"
    aria-label=${label}
    title=${label}
    @click=${() => {
      ui.post({ type: 'copy', copyId });
    }}
    >${icon(copied ? 'check' : 'copy')}</vscode-button
  >`;
}

/** The same with its words visible. */
export function labelledCopyButton(copyId: string, label: string, ui: Ui): TemplateResult {
  const copied = ui.wasCopied(copyId);
  return html`<vscode-button
    appearance="secondary"
    @click=${() => {
      ui.post({ type: 'copy', copyId });
    }}
    >${copied ? 'Copied' : label}<span slot="start">${icon(copied ? 'check' : 'copy')}</span></vscode-button
  >`;
}
