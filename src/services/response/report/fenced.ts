import { displayText } from '../../../domain/displayText.ts';

/** Text as a block of code in Markdown: its fence is longer than any run of backticks in it (CommonMark 4.5). */
export function fenced(text: string): string {
  const shown = displayText(text).replaceAll(/\n+$/g, '');
  const longest = (shown.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${shown}\n${fence}`;
}
