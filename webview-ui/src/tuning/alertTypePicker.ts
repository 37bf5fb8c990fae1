import { html, nothing, type TemplateResult } from 'lit-html';
import type { AlertTypeRow, TuningDraft, TuningPanelModel } from '../../../src/protocol/tuningModel.ts';
import { cappedList } from '../components/cappedList.ts';
import { disclosure } from '../components/disclosure.ts';
import { section } from '../components/section.ts';
import { plural } from '../format/plural.ts';
import type { Ui } from '../ui.ts';

const shown = 20;

/** Which alert types are never correlated: those in the list, ticked where they are excluded. */
export function alertTypePicker(model: TuningPanelModel, draft: TuningDraft, ui: Ui): TemplateResult {
  const excluded = new Set(draft.excludedAlertTypes.map(folded));
  const summary = html`<span class="group-title">Choose alert types</span
    ><span class="aside">${excluded.size === 0 ? 'none excluded' : `${String(excluded.size)} excluded`}</span>`;
  return section(
    { id: 'types', title: 'Excluded alert types', icon: 'bell' },
    html`<p class="hint">
        Alerts of these types stand alone, unless Defender for Cloud itself puts them into an incident.
      </p>
      ${
        model.alertTypes.length === 0
          ? html`<p class="none">There are no alerts in the list to choose from.</p>`
          : disclosure('types', excluded.size > 0, summary, () => typeList(model.alertTypes, excluded, draft, ui), ui)
      }`,
  );
}

function typeList(
  types: readonly AlertTypeRow[],
  excluded: ReadonlySet<string>,
  draft: TuningDraft,
  ui: Ui,
): TemplateResult {
  return cappedList(
    {
      part: 'allTypes',
      items: types,
      limit: shown,
      noun: 'alert types',
      key: ({ type }) => type,
      item: (row) => typeRow(row, excluded.has(folded(row.type)), draft, ui),
      wrap: (items) =>
        html`<ul class="alert-types">
          ${items}
        </ul>`,
    },
    ui,
  );
}

function typeRow(
  { type, label, title, alerts }: AlertTypeRow,
  excluded: boolean,
  { excludedAlertTypes }: TuningDraft,
  ui: Ui,
): TemplateResult {
  return html`<li>
    <vscode-checkbox
      .checked=${excluded}
      @change=${(event: Event) => {
        const { checked } = event.currentTarget as HTMLInputElement;
        if (checked === excluded) return;
        const others = excludedAlertTypes.filter((each) => folded(each) !== folded(type));
        ui.tune({ excludedAlertTypes: checked ? [...others, type] : others });
      }}
      ><span class="type-title">${title}</span><span class="aside">${label}</span></vscode-checkbox
    >
    ${alerts === 0 ? nothing : html`<span class="aside">${plural(alerts, 'alert')}</span>`}
  </li>`;
}

function folded(type: string): string {
  return type.trim().toLowerCase();
}
