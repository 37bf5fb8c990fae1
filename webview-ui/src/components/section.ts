import { html, type TemplateResult } from 'lit-html';
import { icon } from './icon.ts';
import type { IconName } from './icons.ts';

export interface SectionHead {
  /** Unique in the page; names the section for screen readers. */
  readonly id: string;
  readonly title: string;
  readonly icon: IconName;
  /** A short remark at the right end of the heading: a count, a progress. */
  readonly aside?: unknown;
}

/** A part of the panel with a heading: a landmark by its name. */
export function section({ id, title, icon: name, aside = '' }: SectionHead, content: unknown): TemplateResult {
  return html`<section class="section" aria-labelledby="${id}-heading">
    <div class="section-head">
      <h2 id="${id}-heading">${icon(name)}${title}</h2>
      <span class="section-aside">${aside}</span>
    </div>
    ${content}
  </section>`;
}

export function subheading(title: string, aside: unknown = ''): TemplateResult {
  return html`<h3>${title}<span class="aside">${aside}</span></h3>`;
}
