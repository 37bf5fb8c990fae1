import { html, nothing, type TemplateResult } from 'lit-html';
import type { AlertRow } from '../../../src/protocol/incidentPanelModel.ts';
import { duration } from '../format/time.ts';
import type { Ui } from '../ui.ts';
import { cappedList } from './cappedList.ts';
import { icon } from './icon.ts';
import { removeButton } from './removeButton.ts';
import { severityMark } from './severity.ts';
import { moment } from './time.ts';
import { openAlertButton } from './openButton.ts';

/** A silence between two alerts that is worth a line of its own. */
const notableGap = 60_000;

/** The alerts of an incident in order of time, with the silences between them. */
export function alertTimeline(rows: readonly AlertRow[], ui: Ui): TemplateResult {
  const shared = sharedReason(rows);
  const list = cappedList(
    {
      part: 'allAlerts',
      items: rows,
      limit: 40,
      noun: 'alerts',
      key: (row, at) => row.alertKey ?? `missing${String(at)}`,
      item: (row) => alertRow(row, row.reason === shared ? '' : row.reason, ui),
      wrap: (items) =>
        html`<ol class="timeline">
          ${items}
        </ol>`,
    },
    ui,
  );
  return html`${shared === undefined ? nothing : html`<p class="hint">${shared}</p>`}${list}`;
}

/** Why the alerts belong together, when the reason is the same for all that are in the list: then it is said once. */
function sharedReason(rows: readonly AlertRow[]): string | undefined {
  const reasons = new Set(rows.filter(({ alertKey }) => alertKey !== undefined).map(({ reason }) => reason));
  const [first] = reasons;
  return reasons.size === 1 ? first : undefined;
}

function alertRow(row: AlertRow, reason: string, ui: Ui): TemplateResult {
  const { gap } = row;
  return html`<li class=${row.alertKey === undefined ? 'missing' : ''}>
    ${gap === undefined || gap < notableGap ? nothing : html`<p class="gap">${duration(gap)} later</p>`}
    <div class="alert-row">
      ${severityMark(row.severity)}
      <div class="alert-main">
        <p class="alert-title">${title(row, ui)}</p>
        <p class="alert-detail">
          ${row.tactics.map((tactic) => html`<span class="chip">${tactic}</span>`)}
          ${row.resource === '' ? nothing : html`<span>${row.resource}</span>`}
          <span>${row.status}</span>
          ${
            row.stepsTotal === undefined || row.stepsTotal === 0
              ? nothing
              : html`<span class="alert-steps">${icon('checklist')}${row.stepsDecided}/${row.stepsTotal} steps</span>`
          }
        </p>
        ${reason === '' ? nothing : html`<p class="alert-reason">${reason}</p>`}
      </div>
      <p class="alert-time">${row.time === undefined ? 'Time unknown' : moment(row.time)}</p>
      ${row.alertKey === undefined || row.removable !== true ? nothing : removeButton(row.alertKey, row.title, ui)}
    </div>
  </li>`;
}

function title(row: AlertRow, ui: Ui): TemplateResult {
  const { alertKey } = row;
  if (alertKey === undefined) return html`<span>${row.title}</span>`;
  return openAlertButton(alertKey, row.title, ui);
}
