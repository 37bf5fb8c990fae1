import { displayText } from '../../../domain/displayText.ts';

/** Sets colours and weight. Every other sequence can move the cursor, set a title, write to the clipboard, hide text… */
// eslint-disable-next-line no-control-regex -- the escape character is what this is about
const colour = /\u001b\[([\d;]{0,40})m/g;

/** The sixteen foreground colours, bold, italic, underlined, and back. None that conceals, and no background. */
const harmless = /^(?:0?|1|3|4|22|23|24|39|3[0-7]|9[0-7])(?:;(?:0?|1|3|4|22|23|24|39|3[0-7]|9[0-7]))*$/;

/** What may be the beginning of a sequence or of a line end, the rest of which has not arrived yet. */
// eslint-disable-next-line no-control-regex -- the same
const unfinished = /(?:\r|\u001b(?:\[[\d;]{0,40})?)$/;

/**
 * Makes a tool's output fit for a terminal, as it arrives. Names of resources are in it, and attackers choose some of
 * them: colours stay, and every other control character is shown instead of obeyed, so that nothing can hide, rewrite or
 * paste anything. A carriage return alone, which would let a line write over itself, begins a new line.
 */
export class TerminalText {
  #held = '';

  /** The text to show for what arrived, with the line ends that a terminal wants. */
  take(arrived: string): string {
    const text = this.#held + arrived;
    this.#held = unfinished.exec(text)?.[0] ?? '';
    return shown(text.slice(0, text.length - this.#held.length));
  }

  /** What was held back, at the end. */
  end(): string {
    const text = this.#held;
    this.#held = '';
    return shown(text);
  }
}

function shown(text: string): string {
  let result = '';
  let from = 0;
  for (const found of text.matchAll(colour)) {
    result += visible(text.slice(from, found.index));
    if (harmless.test(found[1] ?? '')) result += found[0];
    from = found.index + found[0].length;
  }
  return result + visible(text.slice(from));
}

function visible(text: string): string {
  return displayText(text).replaceAll('\n', '\r\n');
}

/** The same text without colours and with plain line ends: for a panel, a file, a person's eyes. */
export function withoutColours(text: string): string {
  return text.replaceAll(colour, '').replaceAll('\r\n', '\n');
}
