import { createHash } from 'node:crypto';
import { TerminalText, withoutColours } from '../../services/response/steps/terminalText.ts';

/** Longest part of an output that is kept, in UTF-16 units; the terminal shows it whole. */
const keptOutput = 64 * 1024;

/** What a tool wrote: shown as it arrives, its last part kept, and all of it hashed. */
export class OutputRecord {
  readonly #digest = createHash('sha256');
  readonly #decoder = new TextDecoder();
  readonly #text = new TerminalText();
  readonly #show: (text: string) => void;
  #kept = '';
  #digested: string | undefined;

  /** @param show hears text that a terminal can take. */
  constructor(show: (text: string) => void) {
    this.#show = show;
  }

  /** The last part so far, without colours. */
  get kept(): string {
    return this.#kept;
  }

  take(bytes: Uint8Array): void {
    this.#digest.update(bytes);
    this.#add(this.#text.take(this.#decoder.decode(bytes, { stream: true })));
  }

  /** All that came: SHA-256, lower-case hexadecimal. Nothing is taken from then on. */
  end(): string {
    if (this.#digested === undefined) {
      this.#add(this.#text.take(this.#decoder.decode()) + this.#text.end());
      this.#digested = this.#digest.digest('hex');
    }
    return this.#digested;
  }

  #add(text: string): void {
    if (text === '') return;
    this.#show(text);
    this.#kept = (this.#kept + withoutColours(text)).slice(-keptOutput);
  }
}
