import { html, type TemplateResult } from 'lit-html';
import type { RecordModel } from '../../../src/protocol/recordModel.ts';
import type { Ui } from '../ui.ts';
import { activityList } from './activityList.ts';
import { actionButton } from './handleButton.ts';
import { icon } from './icon.ts';
import { section } from './section.ts';
import { moment } from './time.ts';

/** How the incident is handled, and what was done: kept on this machine, and said to be. */
export function record(model: RecordModel, ui: Ui): TemplateResult {
  return html`${handling(model, ui)} ${activityList(model, ui)}`;
}

function handling({ classification, owner, tags }: RecordModel, ui: Ui): TemplateResult {
  const classified =
    classification === undefined
      ? html`<span class="none">Not classified</span>`
      : html`${classification.label}<span class="item-detail"
            >${classification.reason} · ${classification.by} · ${moment(classification.at)}</span
          >`;
  return section(
    { id: 'handling', title: 'Handling', icon: 'account', aside: 'kept on this machine' },
    html`<dl class="facts handling">
        <dt>Classification</dt>
        <dd>${classified}</dd>
        <dt>Owner</dt>
        <dd>${owner ?? html`<span class="none">Nobody</span>`}</dd>
        <dt>Tags</dt>
        <dd>
          ${
            tags.length === 0
              ? html`<span class="none">None</span>`
              : html`<ul class="tags">
                  ${tags.map((tag) => html`<li>${icon('tag')}${tag}</li>`)}
                </ul>`
          }
        </dd>
      </dl>
      <div class="actions">
        ${actionButton('classifyIncident', 'Classify…', 'edit', ui)}${actionButton('assignIncident', 'Assign…', 'account', ui)}${actionButton('tagIncident', 'Tags…', 'tag', ui)}
      </div>`,
  );
}
