import { html, type TemplateResult } from 'lit-html';
import type { TuningPanelModel } from '../../../src/protocol/tuningModel.ts';
import { icon } from '../components/icon.ts';
import { section } from '../components/section.ts';
import { precisionSlider } from '../tuning/precisionSlider.ts';
import { alertTypePicker } from '../tuning/alertTypePicker.ts';
import { stopLists } from '../tuning/stopLists.ts';
import { timeSpanField } from '../tuning/timeSpanField.ts';
import { serviceTrust } from '../tuning/serviceTrust.ts';
import { tuningActions } from '../tuning/tuningActions.ts';
import { tuningPreview } from '../tuning/tuningPreview.ts';
import type { Ui } from '../ui.ts';

/** How correlation is tuned: on one side what is set, on the other what that would change. */
export function tuningView(model: TuningPanelModel, ui: Ui): TemplateResult {
  const draft = ui.draftOf(model);
  return html`<main class="tuning">
    <header class="tuning-header">
      <p class="kicker">${icon('settings')}Correlation</p>
      <h1>Tune Correlation</h1>
      <p class="hint">Try other settings and see what they would do. Nothing changes before you apply it.</p>
    </header>
    <div class="columns">
      <div class="column">
        ${section(
          { id: 'precision', title: 'How sure to be', icon: 'pulse' },
          html`${precisionSlider(draft, ui)} ${timeSpanField(draft, model.problems, ui)}`,
        )}
        ${section({ id: 'stop', title: 'What connects nothing', icon: 'circle-slash' }, stopLists(model, draft, ui))}
        ${alertTypePicker(model, draft, ui)}
        ${section({ id: 'trust', title: 'Incidents of Defender for Cloud', icon: 'shield' }, serviceTrust(draft, ui))}
      </div>
      <div class="column tuning-outcome">${tuningActions(model, ui)} ${tuningPreview(model, ui)}</div>
    </div>
  </main>`;
}
