import { html, type TemplateResult } from 'lit-html';
import type { StepModel } from '../../../src/protocol/checklistModel.ts';
import { reasonLimit } from '../../../src/protocol/webviewToHost.ts';
import type { Ui } from '../ui.ts';
import { stepName } from './stepLabel.ts';

/**
 * Asks why a step is skipped: a skip without a reason is of no use to whoever reads it next week. Not a form element:
 * the page may not submit forms.
 */
export function skipForm(step: StepModel, ui: Ui): TemplateResult {
  return html`<div
    class="skip-form"
    role="group"
    aria-label="Skip: ${stepName(step)}"
    @keydown=${(event: KeyboardEvent) => {
      onKey(event, step, ui);
    }}
  >
    <vscode-text-field maxlength=${reasonLimit} placeholder="Why is it not needed?">Reason</vscode-text-field>
    <vscode-button
      @click=${(event: Event) => {
        submit(event.currentTarget as HTMLElement, step, ui);
      }}
      >Skip</vscode-button
    >
    <vscode-button
      appearance="secondary"
      @click=${() => {
        ui.stopSkipping(step);
      }}
      >Cancel</vscode-button
    >
  </div>`;
}

function onKey(event: KeyboardEvent, step: StepModel, ui: Ui): void {
  const { target } = event;
  if (event.key === 'Escape') {
    event.stopPropagation();
    ui.stopSkipping(step);
  } else if (event.key === 'Enter' && target instanceof HTMLElement && target.matches('vscode-text-field')) {
    event.preventDefault();
    submit(target, step, ui);
  }
}

function submit(inside: HTMLElement, step: StepModel, ui: Ui): void {
  const field = inside.closest('.skip-form')?.querySelector<HTMLInputElement>('vscode-text-field');
  const reason = field?.value.trim() ?? '';
  if (reason === '') field?.focus();
  else ui.setStep(step, 'skipped', reason.slice(0, reasonLimit));
}
