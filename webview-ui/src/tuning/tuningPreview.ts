import { html, nothing, type TemplateResult } from 'lit-html';
import type {
  TunedIncident,
  TuningChange,
  TuningPanelModel,
  TuningPreviewModel,
} from '../../../src/protocol/tuningModel.ts';
import { cappedList } from '../components/cappedList.ts';
import { disclosure } from '../components/disclosure.ts';
import { icon } from '../components/icon.ts';
import type { IconName } from '../components/icons.ts';
import { section } from '../components/section.ts';
import { severityMark } from '../components/severity.ts';
import { plural } from '../format/plural.ts';
import type { Ui } from '../ui.ts';
import { openAlertButton, openIncidentButton } from '../components/openButton.ts';

const shown = 25;

/** What the draft would change, or what the last change did: in one line, and incident by incident. */
export function tuningPreview({ preview, alerts }: TuningPanelModel, ui: Ui): TemplateResult {
  const title = preview.basis === 'lastChange' ? 'What changed' : 'What would change';
  const aside = preview.working
    ? html`<vscode-progress-ring class="small-ring" aria-hidden="true"></vscode-progress-ring>Working it out…`
    : '';
  return section(
    { id: 'preview', title, icon: 'git-compare', aside },
    html`<p class="preview-summary ${preview.basis === 'none' ? 'none' : ''}" role="status">
        ${summaryText(preview, alerts)}
      </p>
      ${preview.changes.length === 0 ? nothing : changeList(preview, ui)}`,
  );
}

function summaryText({ basis, failed, working, summary, changes }: TuningPreviewModel, alerts: number): string {
  if (alerts === 0) return 'There are no alerts in the list to try settings on. They can be applied all the same.';
  if (failed) return 'It could not be worked out. Change a setting to try again.';
  if (basis === 'none')
    return 'Move the slider or change another setting: what would merge, split or stay is shown here.';
  // The first figures are not there yet.
  if (working && changes.length === 0) return 'Working out what would change…';
  return summary;
}

function changeList(preview: TuningPreviewModel, ui: Ui): TemplateResult {
  return html`<div class=${preview.working ? 'outdated' : ''}>
    ${cappedList(
      {
        part: 'allChanges',
        items: preview.changes,
        limit: shown,
        noun: 'changes',
        key: (_, at) => at,
        item: (change, at) => changeItem(change, at, ui),
        wrap: (items) =>
          html`<ol class="changes">
            ${items}
          </ol>`,
      },
      ui,
    )}
    ${preview.more === 0 ? nothing : html`<p class="hint">and ${plural(preview.more, 'more change')}.</p>`}
  </div>`;
}

const words: Readonly<Record<TuningChange['kind'], { readonly icon: IconName; readonly text: string }>> = {
  merged: { icon: 'git-merge', text: 'Merged' },
  split: { icon: 'repo-forked', text: 'Split' },
  rearranged: { icon: 'git-compare', text: 'Rearranged' },
  grew: { icon: 'arrow-up', text: 'Grew' },
  shrank: { icon: 'arrow-down', text: 'Shrank' },
  changed: { icon: 'git-compare', text: 'Exchanged alerts' },
  appeared: { icon: 'add', text: 'New' },
  vanished: { icon: 'circle-slash', text: 'Dissolved' },
};

function changeItem(change: TuningChange, at: number, ui: Ui): TemplateResult {
  const { icon: name, text } = words[change.kind];
  return html`<li class="change change-${change.kind}">
    <p class="change-kind">${icon(name)}<strong>${text}</strong><span class="aside">${alertsText(change)}</span></p>
    <div class="change-sides">
      ${side('Before', change.before, `change:${String(at)}:before`, ui)}
      <span class="change-arrow">${icon('arrow-right')}</span>
      ${side('After', change.after, `change:${String(at)}:after`, ui)}
    </div>
  </li>`;
}

function alertsText({ kind, joined, left }: TuningChange): string {
  if (kind === 'vanished') return `${plural(left, 'alert')} alone again`;
  const parts = [
    joined === 0 || kind === 'appeared' ? '' : `${plural(joined, 'alert')} joined`,
    left === 0 ? '' : `${plural(left, 'alert')} left`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function side(name: string, incidents: readonly TunedIncident[], part: string, ui: Ui): TemplateResult {
  return html`<div class="change-side">
    <span class="visually-hidden">${name}: </span>
    ${
      incidents.length === 0
        ? html`<p class="none">no incident</p>`
        : html`<ul>
            ${incidents.map((incident, at) => html`<li>${tunedIncident(incident, `${part}:${String(at)}`, ui)}</li>`)}
          </ul>`
    }
  </div>`;
}

/** One that is in the list opens; any other shows its alerts. */
function tunedIncident(incident: TunedIncident, part: string, ui: Ui): TemplateResult {
  const { title, severity, alerts, incidentId } = incident;
  const count = html`<span class="aside">${plural(alerts, 'alert')}</span>`;
  if (incidentId === undefined) {
    const summary = html`${severityMark(severity)}<span class="tuned-title">${title}</span>${count}`;
    return disclosure(part, false, summary, () => memberList(incident, ui), ui);
  }
  return html`<p class="tuned">${severityMark(severity)} ${openIncidentButton(incidentId, title, ui)} ${count}</p>`;
}

function memberList({ members, alerts }: TunedIncident, ui: Ui): TemplateResult {
  const more = alerts - members.length;
  return html`<ul class="plain-list tuned-members">
    ${members.map(({ alertKey, title }) => html`<li>${openAlertButton(alertKey, title, ui)}</li>`)}
    ${more <= 0 ? nothing : html`<li class="aside">and ${more.toLocaleString()} more</li>`}
  </ul>`;
}
