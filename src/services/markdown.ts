import { displayText } from '../domain/displayText.ts';

/**
 * Text that stays text in Markdown and in HTML made from it: every ASCII punctuation mark that can begin markup is
 * escaped, and lines cannot begin a block because their first mark is escaped too.
 */
export function markdownText(text: string): string {
  return displayText(text)
    .replaceAll(/[\\`*_{}[\]()#+\-.!|<>&~$:@=]/g, '\\$&')
    .replaceAll(/^[ \t]+/gm, '');
}

/** Text as inline code: the fence is longer than any run of backticks in it (CommonMark 6.1). */
export function markdownCode(text: string): string {
  const shown = displayText(text).replaceAll(/\s+/g, ' ');
  const runs = shown.match(/`+/g) ?? [];
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
  const padding = runs.length === 0 ? '' : ' ';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/**
 * Text for VS Code's tooltips, where even escaped text would turn addresses into links (`https:`, `www.`, `name@host`):
 * every mark is a character reference, so that nothing is left that Markdown could read. One line in, one line out.
 */
export function inertMarkdown(text: string): string {
  return displayText(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[^\p{L}\p{M}\p{N} ]/gu, (mark) => `&#${String(mark.codePointAt(0))};`);
}
