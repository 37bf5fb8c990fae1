import { html, nothing, type TemplateResult } from 'lit-html';
import type { ChecklistGroup, ChecklistModel, PreventionModel } from '../../../src/protocol/checklistModel.ts';
import { progressText } from '../format/progressText.ts';
import type { Ui } from '../ui.ts';
import { cappedList } from './cappedList.ts';
import { disclosure } from './disclosure.ts';
import { icon } from './icon.ts';
import { linkButton } from './link.ts';
import { section, subheading, type SectionHead } from './section.ts';
import { severityMark } from './severity.ts';
import { stepList } from './step.ts';

/** Up to this many groups are all open at first; of more, only the first ones: a page of a thousand boxes helps nobody. */
const allOpenUpTo = 12;
const openOfMany = 2;

/** The remediation checklist with its progress, then advice that is not counted. */
export function checklist(model: ChecklistModel, prevention: PreventionModel, ui: Ui): TemplateResult {
  const head: SectionHead = { id: 'take-action', title: 'Take action', icon: 'checklist', aside: progressLine(model) };
  return section(
    head,
    html`${
      model.total === 0
        ? html`<p class="none">
            The service sent no remediation steps. The advice below and the portal are the way on.
          </p>`
        : html`<p class="hint">Steps that Defender for Cloud sent with the alerts.</p>
            ${groups(model, ui)}`
    }
    ${preventionPart(prevention, ui)}`,
  );
}

function progressLine(model: ChecklistModel): TemplateResult | string {
  if (model.total === 0) return '';
  const text = progressText(model);
  return html`<span class="progress-text">${text}</span
    ><progress max=${model.total} .value=${model.done + model.skipped} aria-label="Checklist: ${text}"></progress>`;
}

function groups(model: ChecklistModel, ui: Ui): unknown {
  const [only] = model.groups;
  if (model.groups.length === 1 && only !== undefined) return stepList(only.steps, ui);
  const open = model.groups.length <= allOpenUpTo ? allOpenUpTo : openOfMany;
  return cappedList(
    {
      part: 'allGroups',
      items: model.groups,
      limit: 15,
      noun: 'checklists',
      key: ({ alertKey }) => alertKey,
      item: (group, at) =>
        disclosure(`steps:${group.alertKey}`, at < open, groupSummary(group), () => stepList(group.steps, ui), ui),
      wrap: (items) => items,
    },
    ui,
  );
}

function groupSummary(group: ChecklistGroup): TemplateResult {
  const complete = group.decided === group.total;
  return html`${severityMark(group.severity)}<span class="group-title">${group.title}</span
    ><span class="aside">${complete ? icon('check') : nothing}${group.decided}/${group.total}</span>`;
}

function preventionPart(model: PreventionModel, ui: Ui): TemplateResult {
  return html`${subheading('Prevent future attacks')}
    <p class="hint">General advice for the kinds of resources involved; not part of the checklist.</p>
    <ul class="advice">
      ${model.advice.map((advice) => html`<li>${advice}</li>`)}
    </ul>
    <div class="actions">${model.links.map((link) => linkButton(link, ui))}</div>`;
}
