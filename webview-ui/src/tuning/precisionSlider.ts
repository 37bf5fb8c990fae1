import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { TuningDraft } from '../../../src/protocol/tuningModel.ts';
import type { Ui } from '../ui.ts';

const middle = 50;
const coarse = 5;

/** From complete over balanced to precise. A value between the steps, from the settings, stays as it is. */
export function precisionSlider({ precision }: TuningDraft, ui: Ui): TemplateResult {
  return html`<div class="slider">
    <div class="slider-head">
      <label for="precision-slider">Precision</label><output for="precision-slider">${placeText(precision)}</output>
    </div>
    <input
      id="precision-slider"
      type="range"
      min="0"
      max="100"
      step=${precision % coarse === 0 ? coarse : 'any'}
      aria-valuetext=${placeText(precision)}
      aria-describedby="precision-words"
      .value=${live(String(precision))}
      @input=${(event: Event) => {
        ui.tune({ precision: (event.currentTarget as HTMLInputElement).valueAsNumber });
      }}
    />
    <div class="slider-words" id="precision-words">
      <p><strong>Complete</strong><span>Few attacks are split. More strangers are joined.</span></p>
      <p><strong>Balanced</strong><span>What this extension does by itself.</span></p>
      <p><strong>Precise</strong><span>Few strangers are joined. More attacks are split.</span></p>
    </div>
  </div>`;
}

function placeText(precision: number): string {
  const figure = String(Math.round(precision));
  if (precision === middle) return `Balanced (${figure})`;
  if (precision <= 0 || precision >= 100) return `${precision <= 0 ? 'Complete' : 'Precise'} (${figure})`;
  return `More ${precision < middle ? 'complete' : 'precise'} than balanced (${figure})`;
}
