import type { Locator } from 'playwright-core';

/**
 * Elements that text becomes where it is taken for markup. Our pages, rows and tooltips hold none of them, but for the
 * tick inside the toolkit's check boxes and the drawings of our icons, which hold paths and nothing else.
 */
const active =
  'img, script, iframe, object, embed, svg:not([part], .icon), .icon :not(path), math, base, form, style, [href], [data-href]';

/** Elements inside the parts, themselves not included, that could load, run or lead anywhere; as HTML, empty when none. */
export function activeElementsIn(parts: Locator): Promise<readonly string[]> {
  // Playwright's CSS looks into open shadow roots. The tests' own types know no DOM.
  return parts
    .locator(active)
    .evaluateAll((elements: readonly { outerHTML: string }[]) =>
      elements.map(({ outerHTML }) => outerHTML.slice(0, 300)),
    );
}
