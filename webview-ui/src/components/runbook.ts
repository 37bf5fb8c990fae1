import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { RunbookModel, RunbookPhaseModel } from '../../../src/protocol/runbookModel.ts';
import type { Ui } from '../ui.ts';
import { disclosure } from './disclosure.ts';
import { icon } from './icon.ts';
import { runbookStep, runbookStepKey } from './runbookStep.ts';
import { section } from './section.ts';

/** Up to this many steps are all open at first; of more, the phase in which work is left. */
const allOpenUpTo = 8;

const phases: Readonly<Record<RunbookPhaseModel['phase'], { readonly title: string; readonly aim: string }>> = {
  triage: { title: 'Triage', aim: 'find out what happened' },
  contain: { title: 'Contain', aim: 'stop it' },
  eradicate: { title: 'Eradicate', aim: 'remove it' },
  recover: { title: 'Recover', aim: 'put things back' },
  prevent: { title: 'Prevent', aim: 'keep it from coming again' },
};

/** The product's own steps by phase, which can be run, verified and undone. */
export function runbook(model: RunbookModel | undefined, ui: Ui): TemplateResult | typeof nothing {
  if (model === undefined || model.total === 0) return nothing;
  const current = model.phases.find(({ done, steps }) => done < steps.length)?.phase;
  const progress = `${String(model.done)} of ${String(model.total)} done`;
  const open = model.mandatoryOpen === 0 ? '' : `, ${String(model.mandatoryOpen)} required left`;
  return section(
    { id: 'runbook', title: 'Runbook', icon: 'shield', aside: `${progress}${open}` },
    html`${model.notice === undefined ? nothing : html`<p class="runbook-notice">${icon('info')}<span>${model.notice}</span></p>`}
    ${model.general ? html`<p class="hint">There is no runbook for this kind of alert yet: these steps hold for all alerts of its plan.</p>` : nothing}
    ${model.phases.map((phase) =>
      disclosure(
        `phase:${phase.phase}`,
        model.total <= allOpenUpTo || phase.phase === current || phase.phase === 'contain',
        summary(phase),
        () => steps(phase, ui),
        ui,
      ),
    )}`,
  );
}

function summary({ phase, done, steps: all }: RunbookPhaseModel): TemplateResult {
  const { title, aim } = phases[phase];
  return html`<h3 class="group-title">${title}<span class="phase-aim"> – ${aim}</span></h3>
    <span class="aside">${done === all.length ? icon('check') : nothing}${done}/${all.length}</span>`;
}

function steps({ steps: all }: RunbookPhaseModel, ui: Ui): TemplateResult {
  return html`<ul class="steps">
    ${repeat(all, runbookStepKey, (step) => runbookStep(step, ui))}
  </ul>`;
}
