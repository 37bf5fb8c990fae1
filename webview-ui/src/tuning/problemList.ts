import { html, nothing, type TemplateResult } from 'lit-html';
import type { TuningProblem } from '../../../src/protocol/tuningModel.ts';
import { icon } from '../components/icon.ts';

/** What is wrong in a field, below it; `id` is what the field is described by. */
export function problemList(
  id: string,
  field: TuningProblem['field'],
  problems: readonly TuningProblem[],
): TemplateResult {
  const own = problems.filter((problem) => problem.field === field);
  return html`<div id=${id} class="problems" aria-live="polite">
    ${own.length === 0 ? nothing : html`${own.map(({ text }) => html`<p>${icon('warning')}<span>${text}</span></p>`)}`}
  </div>`;
}

export function hasProblem(field: TuningProblem['field'], problems: readonly TuningProblem[]): boolean {
  return problems.some((problem) => problem.field === field);
}
