import { html, type TemplateResult } from 'lit-html';
import type { SeverityModel } from '../../../src/protocol/severityModel.ts';
import { icon } from './icon.ts';
import type { IconName } from './icons.ts';

type Level = SeverityModel['level'];

/** One shape a severity, the same as in the sidebar, so that colour is never the only difference. */
const shapes: Readonly<Record<Level, IconName>> = {
  High: 'error',
  Medium: 'warning',
  Low: 'info',
  Informational: 'circle',
  Unknown: 'question',
};

function severityWord({ level, sentWord }: SeverityModel): string {
  return sentWord === undefined ? level : `${level} (${sentWord})`;
}

/** Shape, colour and word. */
export function severity(model: SeverityModel, suffix = ''): TemplateResult {
  return html`<span class="severity"
    >${icon(shapes[model.level], `tone-${model.level}`)}<span>${severityWord(model)}${suffix}</span></span
  >`;
}

/** Shape and colour, with the word for screen readers only: for dense rows. */
export function severityMark(model: SeverityModel): TemplateResult {
  return html`<span class="severity" title="${severityWord(model)} severity"
    >${icon(shapes[model.level], `tone-${model.level}`)}<span class="visually-hidden"
      >${severityWord(model)} severity</span
    ></span
  >`;
}
