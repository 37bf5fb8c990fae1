import { isCopyable } from './commandLine.ts';
import type { TextFragment } from './step.ts';

/** The parts of prose that are more than prose. Every quantifier is bounded or stops at its own closing character. */
const special =
  /\[(?<label>[^[\]\n]{1,300})\]\((?<target>https?:\/\/[^\s()<>]{1,2000})\)|(?<address>https?:\/\/[^\s<>"'`’”“‘|]+)|`(?<code>[^`\n]{1,2000})`|%\{(?<placeholder>[^{}\n]{1,100})\}/giu;

/** Prose as fragments: addresses, commands between back-ticks and unresolved placeholders stand on their own. */
export function textFragments(text: string): readonly TextFragment[] {
  const fragments: TextFragment[] = [];
  let end = 0;
  for (const match of text.matchAll(special)) {
    const { fragment, length } = readSpecial(match);
    if (fragment === undefined) continue;
    pushPlain(fragments, text.slice(end, match.index));
    fragments.push(fragment);
    end = match.index + length;
  }
  pushPlain(fragments, text.slice(end));
  return fragments;
}

function readSpecial(match: RegExpExecArray): { readonly fragment?: TextFragment; readonly length: number } {
  const { label, target, address, code, placeholder } = match.groups ?? {};
  const length = match[0].length;
  if (label !== undefined && target !== undefined) return { fragment: { kind: 'link', label, href: target }, length };
  if (placeholder !== undefined) return { fragment: { kind: 'placeholder', name: placeholder }, length };
  if (code !== undefined) return isCopyable(code) ? { fragment: { kind: 'code', text: code }, length } : { length };
  const href = withoutTrailingPunctuation(address ?? '');
  return { fragment: { kind: 'link', label: href, href }, length: href.length };
}

/** The full stop or bracket that ends a sentence is not part of the address in it. */
function withoutTrailingPunctuation(address: string): string {
  // A loop, not a pattern: /[.)]+$/ needs quadratic time on a long run of brackets.
  let end = address.length;
  const hasOpening = address.includes('(');
  while (end > 0) {
    const last = address.charAt(end - 1);
    if (last === ')' && hasOpening) break;
    if (!'.,;:!?)]}\\*'.includes(last)) break;
    end -= 1;
  }
  return address.slice(0, end);
}

function pushPlain(fragments: TextFragment[], text: string): void {
  // `\"` is JSON that leaked into the vendor's prose.
  if (text !== '') fragments.push({ kind: 'plain', text: text.replaceAll('\\"', '"') });
}
