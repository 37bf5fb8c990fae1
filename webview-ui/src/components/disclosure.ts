import { html, nothing, type TemplateResult } from 'lit-html';
import type { Ui } from '../ui.ts';
import { icon } from './icon.ts';

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
      const { open: now } = event.currentTarget as HTMLDetailsElement;
      // The event also tells of what this render did, and comes from parts inside.
      if (event.target === event.currentTarget && now !== open) ui.setOpen(part, now);
    }}
  >
    <summary>${icon('chevron-right')}${summary}</summary>
    ${open ? content() : nothing}
  </details>`;
}
