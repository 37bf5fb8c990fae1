import { html, nothing, type TemplateResult } from 'lit-html';
import type { MadeCorrectionModel } from '../../../src/protocol/incidentPanelModel.ts';
import type { Ui } from '../ui.ts';
import { cappedList } from './cappedList.ts';
import { icon } from './icon.ts';
import { section } from './section.ts';
import { moment } from './time.ts';

/** What people decided about the incident, each with a way back; nothing where nobody did. */
export function correctionList(corrections: readonly MadeCorrectionModel[], ui: Ui): TemplateResult | typeof nothing {
  if (corrections.length === 0) return nothing;
  const list = cappedList(
    {
      part: 'allCorrections',
      items: corrections,
      limit: 8,
      noun: 'corrections',
      key: ({ correctionId }) => correctionId,
      item: (correction) => html`<li>${row(correction, ui)}</li>`,
      wrap: (items) =>
        html`<ul class="items">
          ${items}
        </ul>`,
    },
    ui,
  );
  return section(
    { id: 'corrections', title: 'Corrected by hand', icon: 'edit', aside: corrections.length.toLocaleString() },
    html`${list}
      <p class="hint">Corrections stay when the list is read again and when VS Code restarts.</p>`,
  );
}

function row({ correctionId, text, by, at }: MadeCorrectionModel, ui: Ui): TemplateResult {
  return html`<div class="item-main">
      <span class="item-name">${text}</span>
      <span class="item-detail">${by} · ${moment(at)}</span>
    </div>
    <vscode-button
      appearance="secondary"
      aria-label="Undo: ${text}"
      @click=${() => {
        ui.post({ type: 'undoCorrection', correctionId });
      }}
      >Undo<span slot="start">${icon('discard')}</span></vscode-button
    >`;
}
