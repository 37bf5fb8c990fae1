import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { RunbookStepModel, StepAction } from '../../../src/protocol/runbookModel.ts';
import { localTime } from '../format/time.ts';
import type { Ui } from '../ui.ts';
import { disclosure } from './disclosure.ts';
import { icon } from './icon.ts';
import type { IconName } from './icons.ts';
import { moment } from './time.ts';

const risks: Readonly<Record<RunbookStepModel['risk'], string>> = {
  none: 'Only reads',
  low: 'Low risk',
  medium: 'Medium risk',
  high: 'High risk',
};

/** What the buttons say. What asks before it acts ends in dots. */
const buttons: Readonly<Partial<Record<StepAction, string>>> = {
  run: 'Run…',
  whatIf: 'What If…',
  undo: 'Undo…',
  type: 'Put in My Terminal',
  copy: 'Copy',
  verify: 'Verify',
  cancel: 'Cancel',
  skip: 'Skip…',
};

const standingIcons: Readonly<Record<RunbookStepModel['standing'], IconName>> = {
  toDo: 'circle',
  running: 'pulse',
  done: 'check',
  verified: 'pass',
  failed: 'error',
  skipped: 'debug-step-over',
  undone: 'discard',
};

/** Identity of a step in the page. */
export function runbookStepKey({ alertKey, runbookId, stepId }: RunbookStepModel): string {
  return `${runbookId}/${stepId}/${alertKey}`;
}

/** One step: what to do, the command with its buttons, how it stands, and the end of what the command wrote. */
export function runbookStep(step: RunbookStepModel, ui: Ui): TemplateResult {
  const { standing, instruction, alsoIn } = step;
  return html`<li
    class="step runbook-step runbook-step-${standing}"
    data-step=${runbookStepKey(step)}
    aria-busy=${standing === 'running' ? 'true' : nothing}
  >
    <div class="step-row">${box(step, ui)}${tags(step)}</div>
    <div class="step-body">
      ${step.workspaceRunbook === undefined ? nothing : html`<p class="also-in">From a runbook of this workspace: ${step.workspaceRunbook}</p>`}
      ${step.alertTitle === undefined ? nothing : html`<p class="also-in">For: ${step.alertTitle}${alsoIn.length === 0 ? nothing : html`; also ${alsoIn.join('; ')}`}</p>`}
      <p class="step-instruction">${instruction}</p>
      ${command(step)}
      ${step.blocked === undefined ? nothing : html`<p class="step-blocked">${icon('circle-slash')}<span>${step.blocked}</span></p>`}
      ${standingLine(step)} ${actions(step, ui)} ${output(step, ui)}
    </div>
  </li>`;
}

const settled: ReadonlySet<RunbookStepModel['standing']> = new Set(['done', 'verified', 'skipped']);

/**
 * The toolkit's box reports changes that the program made, too: what listens is renewed before the state is set, so that
 * only one that differs from what is shown is taken for a person's.
 */
function box(step: RunbookStepModel, ui: Ui): TemplateResult {
  const checked = settled.has(step.standing) && step.standing !== 'skipped';
  return html`<vscode-checkbox
    @change=${(event: Event) => {
      const { checked: wanted } = event.target as HTMLInputElement;
      if (wanted !== checked) act(wanted ? 'done' : 'toDo', step, ui);
    }}
    .checked=${live(checked)}
    ?disabled=${step.standing === 'running'}
    ><span class="step-text">${step.title}</span></vscode-checkbox
  >`;
}

function tags({ mandatory, risk, command: text }: RunbookStepModel): TemplateResult {
  return html`<span class="tags"
    >${mandatory ? html`<span class="tag">Required</span>` : nothing}${text === undefined ? nothing : html`<span class="tag risk-${risk}">${risks[risk]}</span>`}</span
  >`;
}

function command({ command: text, changes }: RunbookStepModel): TemplateResult | typeof nothing {
  if (text === undefined) return nothing;
  return html`<div class="command">
      <pre><code>${wholeWords(text)}</code></pre>
    </div>
    ${changes === undefined ? nothing : html`<p class="hint">${changes}</p>`}`;
}

/** Words that stay whole: a browser breaks lines after hyphens, and options are made of them. */
function wholeWords(text: string): readonly unknown[] {
  return text.split(' ').map((word, place) => [place === 0 ? '' : ' ', html`<span class="word">${word}</span>`]);
}

function standingLine({ standing, standingText, at, by }: RunbookStepModel): TemplateResult | typeof nothing {
  if (standingText === '') return nothing;
  return html`<p class="standing standing-${standing}">
    ${icon(standingIcons[standing])}<span
      >${standingText}${at === undefined ? nothing : html`, ${moment(at)}`}${by === undefined ? nothing : ` (${by})`}</span
    >
  </p>`;
}

function actions(step: RunbookStepModel, ui: Ui): TemplateResult | typeof nothing {
  const shown = step.actions.filter((action) => buttons[action] !== undefined);
  if (shown.length === 0) return nothing;
  return html`<div class="step-actions">
    ${shown.map(
      (action) =>
        html`<vscode-button
          appearance=${action === 'cancel' || (action === 'run' && !settled.has(step.standing)) ? 'primary' : 'secondary'}
          aria-label="${buttons[action]} ${step.title}"
          @click=${() => {
            act(action, step, ui);
          }}
          >${buttons[action]}</vscode-button
        >`,
    )}
  </div>`;
}

function output(step: RunbookStepModel, ui: Ui): TemplateResult | typeof nothing {
  const { output: text } = step;
  if (text === undefined) return nothing;
  const head = html`<span class="group-title">Output</span>`;
  const open = step.standing === 'failed' || step.standing === 'running';
  return disclosure(
    `output:${runbookStepKey(step)}`,
    open,
    head,
    () =>
      html`<pre class="step-output" tabindex="0" aria-label="Output of ${step.title}, ${localTime(step.at ?? ui.now)}">
${text}</pre>`,
    ui,
  );
}

function act(action: StepAction, { alertKey, runbookId, stepId }: RunbookStepModel, ui: Ui): void {
  ui.post({ type: 'actOnStep', action, alertKey, runbookId, stepId });
}
