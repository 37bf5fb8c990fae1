import { html, nothing, type TemplateResult } from 'lit-html';
import type { Ui } from '../ui.ts';

/**
 * A foldable part whose state survives re-render, hiding and restart. Its content exists only while it is open: a
 * closed part of a large alert costs nothing.
 */
export function disclosure(
  part: string,
  openByDefault: boolean,
  summary: unknown,
  content: () => unknown,
  ui: Ui,
): TemplateResult {
  const open = ui.isOpen(part, openByDefault);
  return html`<details
    class="disclosure"
    ?open=${open}
    @toggle=${(event: Event) => {
      if (event.target === event.currentTarget) ui.setOpen(part, (event.target as HTMLDetailsElement).open);
    }}
  >
    <summary>${summary}</summary>
    ${open ? content() : nothing}
  </details>`;
}
