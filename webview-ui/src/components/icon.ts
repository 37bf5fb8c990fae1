import { html, svg, type TemplateResult } from 'lit-html';
import { icons, type IconName } from './icons.ts';

interface Drawing {
  readonly viewBox: string;
  readonly paths: readonly { readonly d: string; readonly fillRule: string }[];
}

const drawings = new Map<IconName, Drawing>();

/** A codicon. Decoration only: what it says must also stand beside it in words. */
export function icon(name: IconName, tone = ''): TemplateResult {
  const { viewBox, paths } = drawingOf(name);
  return html`<svg class="icon icon-${name} ${tone}" viewBox=${viewBox} aria-hidden="true">
    ${paths.map(({ d, fillRule }) => svg`<path d=${d} fill-rule=${fillRule}></path>`)}
  </svg>`;
}

/** Reads a drawing out of its text, once: the page's policy lets nobody hand markup to the browser. */
function drawingOf(name: IconName): Drawing {
  const known = drawings.get(name);
  if (known !== undefined) return known;
  const text = icons[name];
  const paths = [...text.matchAll(/<path\b[^>]*>/g)].map(([path]) => ({
    d: /\bd="([^"]*)"/.exec(path)?.[1] ?? '',
    fillRule: path.includes('evenodd') ? 'evenodd' : 'nonzero',
  }));
  const drawing = { viewBox: /\bviewBox="([^"]*)"/.exec(text)?.[1] ?? '0 0 16 16', paths };
  drawings.set(name, drawing);
  return drawing;
}
