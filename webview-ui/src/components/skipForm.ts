import { html, type TemplateResult } from 'lit-html';
import type { StepModel } from '../../../src/protocol/checklistModel.ts';
import { reasonLimit } from '../../../src/protocol/webviewToHost.ts';
import type { Ui } from '../ui.ts';
import { stepName } from './stepLabel.ts';

/** Asks why a step is skipped: a skip without a reason is of no use to whoever reads it next week. */
export function skipForm(step: StepModel, ui: Ui): TemplateResult {
  return html`<form
    class="skip-form"
    @submit=${(event: Event) => {
      event.preventDefault();
      submit(event.currentTarget as HTMLFormElement, step, ui);
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') ui.stopSkipping(step);
      // The toolkit's field lives in a shadow tree, so the browser does not submit the form by itself.
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('vscode-text-field')) {
        event.preventDefault();
        submit(event.currentTarget as HTMLFormElement, step, ui);
      }
    }}
  >
    <vscode-text-field
      maxlength=${reasonLimit}
      placeholder="Why is it not needed?"
      aria-label="Reason for skipping: ${stepName(step)}"
      >Reason</vscode-text-field
    >
    <vscode-button
      @click=${(event: Event) => {
        submit((event.currentTarget as HTMLElement).closest('form'), step, ui);
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
  </form>`;
}

function submit(form: HTMLFormElement | null, step: StepModel, ui: Ui): void {
  const field = form?.querySelector<HTMLInputElement>('vscode-text-field');
  const reason = field?.value.trim() ?? '';
  if (reason === '') field?.focus();
  else ui.setStep(step, 'skipped', reason.slice(0, reasonLimit));
}
