import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainedLinks } from '../../../src/services/viewModels/chainedLinks.ts';
import { aLink } from '../../builders/linkedIncident.ts';

/** Alerts are called by letters, and happened in the order of the alphabet; "?" at no known time. */
function timeOf(key: string): number | undefined {
  const letter = key.at(-1) ?? '';
  return letter === '?' ? undefined : letter.charCodeAt(0);
}

function chained(...pairs: readonly string[]): string {
  const links = pairs.map((pair) => aLink(pair.charAt(0), pair.charAt(1)));
  return chainedLinks(links, timeOf)
    .map(({ from, to }) => `${from.at(-1) ?? ''}${to.at(-1) ?? ''}`)
    .join(' ');
}

describe('the order of links', () => {
  it('follows a chain to its end before it begins the next', () => {
    expect(chained('bd', 'ac', 'ab', 'ce')).toBe('ab bd ac ce');
  });

  it('begins with what happened first, and puts alerts of unknown time last', () => {
    expect(chained('?x', 'cd', 'ab')).toBe('ab cd ?x');
  });

  it('keeps every link once, also in a loop, and does not depend on the order that it is given', () => {
    const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '?');
    const pair = fc.tuple(letter, letter).map(([a, b]) => a + b);
    fc.assert(
      fc.property(fc.uniqueArray(pair), (pairs) => {
        const order = chained(...pairs);
        expect(order.split(' ').filter(Boolean).sort()).toEqual([...pairs].sort());
        expect(chained(...pairs.toReversed())).toBe(order);
      }),
    );
  });
});
