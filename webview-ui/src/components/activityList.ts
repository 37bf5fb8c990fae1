import { html, nothing, type TemplateResult } from 'lit-html';
import {
  recordGroups,
  type RecordEntry,
  type RecordGroup,
  type RecordModel,
} from '../../../src/protocol/recordModel.ts';
import { plural } from '../format/plural.ts';
import type { Ui } from '../ui.ts';
import { cappedList } from './cappedList.ts';
import { disclosure } from './disclosure.ts';
import { actionButton } from './handleButton.ts';
import { icon } from './icon.ts';
import type { IconName } from './icons.ts';
import { section } from './section.ts';
import { ago } from './time.ts';

const groupLabels: Readonly<Record<RecordGroup, string>> = {
  notes: 'Notes',
  steps: 'Steps',
  status: 'Status',
  handling: 'Handling',
};

const groupIcons: Readonly<Record<RecordGroup, IconName>> = {
  notes: 'comment',
  steps: 'terminal',
  status: 'check',
  handling: 'account',
};

const toneIcons: Readonly<Record<NonNullable<RecordEntry['outcome']>['tone'], IconName>> = {
  good: 'pass',
  bad: 'error',
  plain: 'question',
};

/** What was done about the incident, the newest first. */
export function activityList(model: RecordModel, ui: Ui): TemplateResult {
  const { entries, left, notices } = model;
  const shown = entries.filter(({ group }) => ui.isOpen(filterOf(group), true));
  return section(
    { id: 'activity', title: 'Activity', icon: 'history', aside: plural(entries.length + left, 'entry', 'entries') },
    html`${notices.map(
        ({ text, tone }) => html`<p class="notice notice-${tone}">${icon(tone)}<span>${text}</span></p>`,
      )}
      <div class="actions">
        ${actionButton('addNote', 'Add note…', 'comment', ui)}${actionButton('exportIncident', 'Export…', 'export', ui)}
      </div>
      ${entries.length === 0 ? empty : html`${filters(entries, ui)}${list(shown, ui)}`}
      ${left === 0 ? nothing : html`<p class="hint">${plural(left, 'older entry', 'older entries')} can be exported.</p>`}`,
  );
}

const empty = html`<p class="none">
  Nothing was written down yet. Notes, steps that are run, and changes of status stand here, with who did it and when.
</p>`;

function filterOf(group: RecordGroup): string {
  return `activity-${group}`;
}

/** Kinds of which there is something, each to be hidden and shown; one kind alone needs no choice. */
function filters(entries: readonly RecordEntry[], ui: Ui): TemplateResult | typeof nothing {
  const present = recordGroups.filter((group) => entries.some((entry) => entry.group === group));
  if (present.length < 2) return nothing;
  return html`<div class="filters" role="group" aria-label="Kinds of activity">
    ${present.map((group) => {
      const pressed = ui.isOpen(filterOf(group), true);
      return html`<button
        type="button"
        class="filter"
        aria-pressed=${pressed}
        @click=${() => {
          ui.setOpen(filterOf(group), !pressed);
        }}
      >
        ${icon(groupIcons[group])}${groupLabels[group]}
      </button>`;
    })}
  </div>`;
}

function list(entries: readonly RecordEntry[], ui: Ui): TemplateResult {
  if (entries.length === 0) return html`<p class="none">Nothing of the kinds that are chosen.</p>`;
  return cappedList(
    {
      part: 'allActivity',
      items: entries,
      limit: 10,
      noun: 'entries',
      key: ({ entryId }) => entryId,
      item: (entry) => html`<li>${row(entry, ui)}</li>`,
      wrap: (items) =>
        html`<ol class="items activity">
          ${items}
        </ol>`,
    },
    ui,
  );
}

function row(entry: RecordEntry, ui: Ui): TemplateResult {
  const { at, by, group, outcome, what, words } = entry;
  return html`${icon(groupIcons[group])}
    <div class="item-main">
      <span class="item-name">${what}</span>
      ${
        outcome === undefined
          ? nothing
          : html`<span class="outcome outcome-${outcome.tone}">${icon(toneIcons[outcome.tone])}${outcome.text}</span>`
      }
      ${words === undefined ? nothing : html`<span class="words">${words}</span>`}
      <span class="item-detail">${by} · ${ago(at, ui.now)}</span>
      ${more(entry, ui)}
    </div>`;
}

/** What only some readers want: the command, its output, what it was about one by one. */
function more({ command, details, digest, entryId, output }: RecordEntry, ui: Ui): TemplateResult | typeof nothing {
  if (command === undefined && output === undefined && details.length === 0) return nothing;
  const summary =
    command === undefined ? plural(details.length, 'detail') : output === undefined ? 'Command' : 'Command and output';
  return disclosure(
    `entry-${entryId}`,
    false,
    summary,
    () =>
      html`${command === undefined ? nothing : html`<pre class="output" tabindex="0" aria-label="Command">${command}</pre>`}
      ${output === undefined ? nothing : html`<pre class="output" tabindex="0" aria-label="Output">${output}</pre>`}
      ${digest === undefined ? nothing : html`<p class="item-detail">SHA-256 of the whole output: <code>${digest}</code></p>`}
      ${
        details.length === 0
          ? nothing
          : html`<ul class="details">
              ${details.map((detail) => html`<li>${detail}</li>`)}
            </ul>`
      }`,
    ui,
  );
}
