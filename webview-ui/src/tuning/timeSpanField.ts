import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { TuningDraft, TuningProblem } from '../../../src/protocol/tuningModel.ts';
import type { Ui } from '../ui.ts';
import { hasProblem, problemList } from './problemList.ts';

export function timeSpanField({ timeSpan }: TuningDraft, problems: readonly TuningProblem[], ui: Ui): TemplateResult {
  return html`<div class="field time-span">
    <label for="time-span">Longest time span</label>
    <p class="hint" id="time-span-hint">
      What two alerts have in common across a longer gap connects nothing, and no incident that is found lasts longer.
    </p>
    <span class="with-unit"
      ><input
        id="time-span"
        class="input"
        type="number"
        min="1"
        max="90"
        .value=${live(timeSpan === 0 ? '' : String(timeSpan))}
        aria-invalid=${hasProblem('timeSpan', problems)}
        aria-describedby="time-span-hint time-span-problems"
        @input=${(event: Event) => {
          const { valueAsNumber } = event.currentTarget as HTMLInputElement;
          // An empty field is no number; 0 is out of range like it, and can be sent.
          ui.tune({ timeSpan: Number.isFinite(valueAsNumber) ? valueAsNumber : 0 });
        }}
      />
      days</span
    >
    ${problemList('time-span-problems', 'timeSpan', problems)}
  </div>`;
}
