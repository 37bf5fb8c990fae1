/** Longest text that a label shows, in UTF-16 units; the whole text stays in the panel. */
const labelLimit = 200;

/**
 * Characters that change how text looks without being seen: controls, formats (bidirectional marks, zero-width, tags),
 * separators, private use, lone surrogates, and the default-ignorable fillers outside those classes.
 */
export const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

function mark(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** One line for a label, a title or a tooltip: invisible characters made visible, white space folded, length capped. */
export function displayLabel(text: string, limit = labelLimit): string {
  // Only a slice is normalised: a 5 MB name must not cost 5 MB of work for each label.
  const start = text.length > limit * 4 ? text.slice(0, limit * 4) : text;
  const oneLine = start.normalize('NFC').replaceAll(/[\t\r\n\u0085\u2028\u2029]+/g, ' ');
  const shown = oneLine.replaceAll(invisible, mark).trim();
  if (shown.length <= limit && start.length === text.length) return shown;
  return `${trimToWholeCharacter(shown.slice(0, limit - 1))}…`;
}

/** Text with its lines kept (panels, Markdown): invisible characters made visible, every newline form folded to "\n". */
export function displayText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replaceAll(invisible, (character) => (character === '\n' || character === '\t' ? character : mark(character)));
}

/** The host of an address with a scheme: what stands between "//" and the next delimiter. */
const host = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#\\]*)/i;

/**
 * An address that is shown to be read, not opened: as `displayLabel`, and every letter of the host outside ASCII is
 * named. A Greek omicron in "portal" looks like an o, and the address would be trusted for what it is not.
 */
export function displayAddress(href: string, limit = labelLimit): string {
  const named = href.replace(
    host,
    (_, scheme: string, name: string) => scheme + name.replaceAll(/[^\x21-\x7e]/gu, mark),
  );
  return displayLabel(named, limit);
}

function trimToWholeCharacter(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  const halfPair = last >= 0xd800 && last <= 0xdbff;
  return halfPair ? text.slice(0, -1) : text;
}
