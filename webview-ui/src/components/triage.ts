import { html, nothing, type TemplateResult } from 'lit-html';
import type { TriageAction, TriageModel } from '../../../src/protocol/triageModel.ts';
import type { Ui } from '../ui.ts';
import { icon } from './icon.ts';
import type { IconName } from './icons.ts';

const words: Readonly<Record<TriageAction, readonly [label: string, icon: IconName, hint: string]>> = {
  acknowledge: ['Acknowledge', 'play-circle', 'In progress, and seen'],
  resolve: ['Resolve', 'pass', 'What the alerts say was dealt with'],
  dismiss: ['Dismiss…', 'circle-slash', 'What the alerts say is of no concern'],
  activate: ['Reactivate', 'discard', 'Back to active'],
  snooze: ['Snooze…', 'clockface', 'Out of the list until later'],
  wake: ['Wake Up', 'bell', 'Back into the list'],
};

/** What one can do about the item of the panel as a whole. A role that is missing is named where the button is. */
export function triage(model: TriageModel, ui: Ui): TemplateResult {
  return html`<div class="triage" role="group" aria-label="Status">
    ${model.map(({ action, refused }) => {
      const [label, name, hint] = words[action];
      return html`<vscode-button
        appearance=${action === 'acknowledge' ? 'primary' : 'secondary'}
        title=${refused ?? hint}
        ?disabled=${refused !== undefined}
        @click=${() => {
          ui.post({ type: 'triage', action });
        }}
        >${label}<span slot="start">${icon(name)}</span></vscode-button
      >`;
    })}
  </div>`;
}

/** Beside the buttons as text: a tooltip is out of reach for the keyboard, and on a button that cannot be pressed. */
export function triageRefusal(model: TriageModel): unknown {
  const refused = model.find((each) => each.refused !== undefined)?.refused;
  return refused === undefined ? nothing : html`<p class="reason">${icon('info')} ${refused}</p>`;
}
