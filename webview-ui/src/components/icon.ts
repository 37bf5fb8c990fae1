import { html, type TemplateResult } from 'lit-html';

/** A codicon. Decoration only: what it says must also stand beside it in words. */
export function icon(name: string, tone = ''): TemplateResult {
  return html`<span class="codicon codicon-${name} ${tone}" aria-hidden="true"></span>`;
}
