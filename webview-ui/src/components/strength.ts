import { html, svg, type TemplateResult } from 'lit-html';
import type { WhyLink } from '../../../src/protocol/whyModel.ts';

type Strength = WhyLink['strength'];

/** Bars to fill, and the words for them. */
const levels: Readonly<Record<Strength, { readonly bars: number; readonly word: string }>> = {
  veryLikely: { bars: 4, word: 'Very likely' },
  likely: { bars: 3, word: 'Likely' },
  possible: { bars: 2, word: 'Possible' },
  weak: { bars: 1, word: 'Weak by itself' },
};

/** How likely, as rising bars and a word; the figure on hover and for screen readers. */
export function strength(level: Strength, probability: number): TemplateResult {
  const { bars, word } = levels[level];
  const figure = percent(probability);
  return html`<span class="strength" title="${figure} likely of one attack, by this link alone">
    <svg viewBox="0 0 17 12" aria-hidden="true">
      ${[0, 1, 2, 3].map((at) => svg`<rect class=${at < bars ? 'full' : 'empty'} x=${at * 4.5 + 0.5} y=${8 - at * 2.5} width="2.5" height=${3.5 + at * 2.5}></rect>`)}
    </svg>
    <span>${word}</span><span class="visually-hidden">, ${figure}</span>
  </span>`;
}

/** Never certainty: a rounded figure must not say more than the evidence does. */
function percent(probability: number): string {
  const rounded = Math.round(probability * 100);
  if (rounded >= 100) return 'over 99%';
  return rounded <= 0 ? 'under 1%' : `${String(rounded)}%`;
}
