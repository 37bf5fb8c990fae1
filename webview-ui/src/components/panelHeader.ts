import { html, nothing, type TemplateResult } from 'lit-html';
import type { ActivityModel } from '../../../src/protocol/activityModel.ts';
import type { NoticeModel } from '../../../src/protocol/noticeModel.ts';
import type { PanelHeader } from '../../../src/protocol/panelHeader.ts';
import { duration } from '../format/time.ts';
import type { Ui } from '../ui.ts';
import { labelledCopyButton } from './copyButton.ts';
import { icon } from './icon.ts';
import type { IconName } from './icons.ts';
import { linkButton } from './link.ts';
import { triage, triageRefusal } from './triage.ts';
import { severity } from './severity.ts';
import { ago, moment } from './time.ts';

/** A number or a moment of the header's summary row. */
export interface Metric {
  readonly label: string;
  readonly value: unknown;
  /** What the value means, where its label does not say it. */
  readonly hint?: string;
}

/** What it is, how bad, whether it goes on and why we think so, how long; then what one can do at once. */
export function panelHeader(
  header: PanelHeader,
  metrics: readonly Metric[],
  ui: Ui,
  more: unknown = nothing,
): TemplateResult {
  return html`<header class="panel-header level-${header.severity.level}">
    <p class="kicker">
      ${icon(header.icon === 'incident' ? 'shield' : 'bell')}${header.kicker}${
        header.status === undefined ? nothing : html`<span class="status">${header.status}</span>`
      }
    </p>
    <h1>${header.title}</h1>
    <div class="verdict">
      <span class="pill">${severity(header.severity, ' severity')}</span>
      ${activity(header.activity, ui)}
    </div>
    <dl class="metrics">
      ${[...timeMetrics(header), ...metrics].map(
        ({ label, value, hint }) =>
          html`<div title=${hint ?? nothing}>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${header.notices.map((notice) => noticeBar(notice, ui))}
    <div class="actions">
      ${triage(header.triage, ui)} ${header.links.map((model) => linkButton(model, ui))}
      ${header.copies.map(({ copyId, label }) => labelledCopyButton(copyId, label, ui))} ${more}
    </div>
    ${triageRefusal(header.triage)}
  </header>`;
}

const activityIcons: Readonly<Record<ActivityModel['state'], IconName>> = {
  active: 'pulse',
  quiet: 'history',
  closed: 'pass',
  unknown: 'question',
};

function activity(model: ActivityModel, ui: Ui): TemplateResult {
  return html`<span class="pill activity activity-${model.state}"
      >${icon(activityIcons[model.state])}<span>${model.label}</span></span
    >
    <span class="reason">${model.reason}${model.at === undefined ? '' : html` ${ago(model.at, ui.now)}.`}</span>`;
}

function timeMetrics({ firstActivity, lastActivity }: PanelHeader): Metric[] {
  return [
    { label: 'First activity', value: firstActivity === undefined ? 'Unknown' : moment(firstActivity) },
    { label: 'Last activity', value: lastActivity === undefined ? 'Unknown' : moment(lastActivity) },
    ...(firstActivity === undefined || lastActivity === undefined
      ? []
      : [{ label: 'Lasted', value: duration(Math.max(0, lastActivity - firstActivity)) }]),
  ];
}

function noticeBar(notice: NoticeModel, ui: Ui): TemplateResult {
  return html`<p class="notice notice-${notice.tone}">
    ${icon(notice.tone)}<span>${notice.text}${notice.at === undefined ? '' : html` ${ago(notice.at, ui.now)}.`}</span>
  </p>`;
}
