import { html, nothing, type TemplateResult } from 'lit-html';
import type { Membership } from '../../../src/protocol/alertPanelModel.ts';
import type { Ui } from '../ui.ts';
import { disclosure } from './disclosure.ts';
import { incidentReference } from './incidentReference.ts';
import { whyLinks } from './whyLinks.ts';

/** The incidents that the alert is in, each on request with the links that lead to it. */
export function whyMember(memberships: readonly Membership[], ui: Ui): TemplateResult {
  return html`<ul class="plain-list memberships">
    ${memberships.map(
      ({ incident, why }, at) =>
        html`<li>
          ${incidentReference('Part of incident', incident, ui)} ${why === undefined ? nothing : reasons(why, at, ui)}
        </li>`,
    )}
  </ul>`;
}

function reasons(why: NonNullable<Membership['why']>, at: number, ui: Ui): TemplateResult {
  return disclosure(
    `why-member${String(at)}`,
    false,
    html`<span class="group-title">Why is this in the incident?</span>`,
    () =>
      html`<div class="why-member">
        <p>${why.sentence}</p>
        ${why.links.length === 0 ? nothing : whyLinks(`allLinks${String(at)}`, why.links, ui)}
      </div>`,
    ui,
  );
}
