import { html, nothing, type TemplateResult } from 'lit-html';
import { assertNever } from '../../../src/domain/assertNever.ts';
import type { EvidenceItem, EvidenceModel } from '../../../src/protocol/evidenceModel.ts';
import type { Ui } from '../ui.ts';
import { copyButton } from './copyButton.ts';

export function evidence(model: EvidenceModel, ui: Ui): TemplateResult {
  switch (model.kind) {
    case 'table':
      return table(model);
    case 'list':
      return html`<h3>${model.title}</h3>
        ${nestedList(model.items)}`;
    case 'raw':
      return html`<h3>${model.title}</h3>
        <div class="command">
          <pre><code>${model.text}</code></pre>
          ${copyButton(model.copyId, 'evidence', ui)}
        </div>`;
    default:
      return assertNever(model);
  }
}

function table({ title, columns, rows }: Extract<EvidenceModel, { kind: 'table' }>): TemplateResult {
  return html`<div class="table-scroll" role="region" aria-label=${title} tabindex="0">
    <table>
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function nestedList(items: readonly EvidenceItem[]): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<ul class="evidence-list">
    ${items.map((item) => html`<li>${item.text}${nestedList(item.items)}</li>`)}
  </ul>`;
}
