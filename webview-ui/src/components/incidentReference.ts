import { html, type TemplateResult } from 'lit-html';
import type { IncidentReference } from '../../../src/protocol/incidentReference.ts';
import { plural } from '../format/plural.ts';
import type { Ui } from '../ui.ts';
import { icon } from './icon.ts';
import { severityMark } from './severity.ts';
import { openIncidentButton } from './openButton.ts';

/** An incident in one line: opens on click. */
export function incidentReference(words: string, model: IncidentReference, ui: Ui): TemplateResult {
  const { incidentId, title, severity, alerts } = model;
  return html`<p class="incident-reference">
    ${icon('shield')}<span>${words}</span> ${severityMark(severity)}${openIncidentButton(incidentId, title, ui)}<span
      class="aside"
      >${plural(alerts, 'alert')}</span
    >
  </p>`;
}
