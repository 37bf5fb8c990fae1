import { hash64 } from '../hash64.ts';
import type { StepBlock, TextFragment } from './step.ts';

const letterMarker = /^\(?(?:[a-z]|[ivx]{1,6})[.)]\s+/iu;

/** A key as `stepKey` makes it. Guards what comes back from a webview or from storage. */
export function isStepKey(text: string): boolean {
  return /^[0-9a-f]{16}(?:\.[1-9]\d{0,6})?$/.test(text);
}

/**
 * Identity of a step within its alert: a 64-bit hash of its own words, so that numbers, bullets, spacing, letter case
 * and punctuation may change between deliveries. `occurrence` (from 1) tells exact repeats apart.
 */
export function stepKey(blocks: readonly StepBlock[], occurrence = 1): string {
  const hash = hash64(ownWords(blocks));
  return occurrence === 1 ? hash : `${hash}.${String(occurrence)}`;
}

function ownWords(blocks: readonly StepBlock[]): string {
  const text = blocks.map(blockText).join('\n').normalize('NFKC').toLowerCase().trim().replace(letterMarker, '');
  const words = text.match(/[\p{L}\p{N}]+/gu);
  // A step of signs only has no words; its signs are then what it says.
  return words === null ? text : words.join(' ');
}

function blockText(block: StepBlock): string {
  switch (block.kind) {
    case 'text':
      return block.fragments.map(fragmentText).join('');
    case 'command':
      return block.text;
    case 'link':
      // The same label with another address ("Enforce rule" of another machine) is another step.
      return `${block.label} ${block.href}`;
  }
}

function fragmentText(fragment: TextFragment): string {
  switch (fragment.kind) {
    case 'plain':
    case 'code':
      return fragment.text;
    case 'placeholder':
      return fragment.name;
    case 'link':
      return fragment.label === fragment.href ? fragment.href : `${fragment.label} ${fragment.href}`;
  }
}
