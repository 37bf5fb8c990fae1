import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { StepBlockModel, StepModel } from '../../../src/protocol/checklistModel.ts';
import type { LinkModel } from '../../../src/protocol/linkModel.ts';
import { stepId, type Ui } from '../ui.ts';
import { copyButton } from './copyButton.ts';
import { icon } from './icon.ts';
import { link, linkButton } from './link.ts';
import { skipForm } from './skipForm.ts';
import { stepLabel, stepName } from './stepLabel.ts';
import { ago } from './time.ts';

/** A list of steps; nested lists are lists in their step. */
export function stepList(steps: readonly StepModel[], ui: Ui): TemplateResult {
  return html`<ul class="steps">
    ${repeat(steps, stepId, (step) => stepItem(step, ui))}
  </ul>`;
}

function stepItem(step: StepModel, ui: Ui): TemplateResult {
  const pending = ui.pendingState(step);
  const state = pending ?? step.state;
  return html`<li
    class="step step-${state}"
    data-step=${stepId(step)}
    aria-busy=${pending === undefined ? nothing : 'true'}
  >
    <div class="step-row">
      <vscode-checkbox
        @change=${(event: Event) => {
          onChange(event, step, state, ui);
        }}
        .checked=${live(state === 'done')}
        >${stepLabel(step)}</vscode-checkbox
      >
      ${action(step, state, ui)}
    </div>
    <div class="step-body">
      ${step.blocks.map((block) => blockBelow(block, step, ui))} ${decision(step, ui)}
      ${ui.isSkipping(step) ? skipForm(step, ui) : nothing}
      ${step.alsoIn.length === 0 ? nothing : html`<p class="also-in">Also asked for by: ${step.alsoIn.join('; ')}</p>`}
      ${step.children.length === 0 ? nothing : stepList(step.children, ui)}
    </div>
  </li>`;
}

/**
 * The toolkit's box also reports changes that the program made: only one that differs from what is shown is a person's.
 * What listens is renewed before the state is set, so that it knows what is shown.
 * The box stays enabled while a decision is stored, since a disabled one would lose the focus.
 */
function onChange(event: Event, step: StepModel, shown: StepModel['state'], ui: Ui): void {
  const { checked } = event.target as HTMLInputElement;
  if (checked !== (shown === 'done')) ui.setStep(step, checked ? 'done' : 'toDo');
}

function action(step: StepModel, state: StepModel['state'], ui: Ui): TemplateResult | typeof nothing {
  if (state === 'done' || ui.isSkipping(step)) return nothing;
  const skipped = state === 'skipped';
  const label = skipped ? 'Undo skip' : 'Skip…';
  return html`<vscode-button
    class="step-action"
    appearance="icon"
    aria-label="${label}: ${stepName(step)}"
    @click=${() => {
      if (skipped) ui.setStep(step, 'toDo');
      else ui.startSkipping(step);
    }}
    >${label}</vscode-button
  >`;
}

/** Commands and links stand below the label: a control inside a control cannot be reached by everybody. */
function blockBelow(block: StepBlockModel, step: StepModel, ui: Ui): unknown {
  switch (block.kind) {
    case 'command':
      return html`<div class="command">
        <pre><code>${block.text}</code></pre>
        ${copyButton(block.copyId, 'command', ui)}
      </div>`;
    case 'link':
      return html`<p class="step-link">${linkButton(block.link, ui, linkLabel(block.link, step))}</p>`;
    case 'text':
      return block.fragments.map((fragment) =>
        fragment.kind === 'link' ? html`<p class="step-link">${link(fragment.link, ui)}</p>` : nothing,
      );
  }
}

/** A link that is the whole step already has its words on the box; its button then says where it leads. */
function linkLabel(model: LinkModel, step: StepModel): string {
  return model.kind === 'open' && stepName(step) === model.label ? `Open ${model.site}` : model.label;
}

function decision(step: StepModel, ui: Ui): TemplateResult | typeof nothing {
  if (step.state === 'toDo') return nothing;
  const verb = step.state === 'done' ? 'Done' : 'Skipped';
  const who = step.by === undefined ? '' : ` by ${step.by}`;
  const when = step.at === undefined ? '' : html`, ${ago(step.at, ui.now)}`;
  return html`<p class="decision">
    ${icon(step.state === 'done' ? 'check' : 'debug-step-over')}<span
      >${verb}${who}${when}${step.reason === undefined ? '' : `: ${step.reason}`}</span
    >
  </p>`;
}
