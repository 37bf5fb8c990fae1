import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { TuningDraft, TuningPanelModel, TuningSuggestion } from '../../../src/protocol/tuningModel.ts';
import { icon } from '../components/icon.ts';
import { plural } from '../format/plural.ts';
import type { Ui } from '../ui.ts';
import { hasProblem, problemList } from './problemList.ts';

type Part = TuningSuggestion['part'];

interface PartWords {
  readonly part: Part;
  readonly label: string;
  readonly hint: string;
}

const parts: readonly PartWords[] = [
  {
    part: 'addresses',
    label: 'Addresses',
    hint: 'Egress addresses, proxies, scanners: 203.0.113.7 or 198.51.100.0/24',
  },
  {
    part: 'accounts',
    label: 'Accounts',
    hint: 'Break-glass accounts, automation: name@domain, DOMAIN\\name, an object or application id, or a name',
  },
  {
    part: 'resources',
    label: 'Resources and hosts',
    hint: 'Scanners and the like: a name, or a resource id with all that is inside it',
  },
];

const fewestRows = 2;
const mostRows = 10;
const suggestionsShown = 8;

/** The stop lists, one entry a line, each with what could be added to it. */
export function stopLists(model: TuningPanelModel, draft: TuningDraft, ui: Ui): TemplateResult {
  return html`<p class="hint">Many have these in common, so sharing one proves nothing. One a line.</p>
    ${parts.map((words) => stopList(words, model, draft, ui))}`;
}

function stopList(
  { part, label, hint }: PartWords,
  model: TuningPanelModel,
  draft: TuningDraft,
  ui: Ui,
): TemplateResult {
  const lines = draft[part];
  const id = `stop-${part}`;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <p class="hint" id="${id}-hint">${hint}</p>
    <textarea
      id=${id}
      class="input"
      rows=${Math.min(mostRows, Math.max(fewestRows, lines.length + 1))}
      spellcheck="false"
      .value=${live(lines.join('\n'))}
      aria-invalid=${hasProblem(part, model.problems)}
      aria-describedby="${id}-hint ${id}-problems"
      @input=${(event: Event) => {
        const { value } = event.currentTarget as HTMLTextAreaElement;
        ui.tune({ [part]: value === '' ? [] : value.split('\n') });
      }}
    ></textarea>
    ${problemList(`${id}-problems`, part, model.problems)} ${suggestions(part, model, draft, ui)}
  </div>`;
}

function suggestions(part: Part, model: TuningPanelModel, draft: TuningDraft, ui: Ui): TemplateResult | typeof nothing {
  const known = new Set(draft[part].map((line) => line.trim().toLowerCase()));
  const offered = model.suggestions.filter((each) => each.part === part && !known.has(each.entry));
  if (offered.length === 0) return nothing;
  return html`<div class="suggestions" role="group" aria-label="To add to the ${part}">
    <p class="hint">So common that correlation ignores them already. Add one to keep it so:</p>
    ${offered.slice(0, suggestionsShown).map(
      ({ entry, alerts }) =>
        html`<button
          class="chip suggestion"
          type="button"
          title="Add to the stop list"
          @click=${() => {
            ui.tune({ [part]: [...draft[part].filter((line) => line.trim() !== ''), entry] });
          }}
        >
          ${icon('add')}<span>${entry}</span><span class="aside">${plural(alerts, 'alert')}</span>
        </button>`,
    )}
  </div>`;
}
