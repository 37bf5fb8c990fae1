/** Longer texts are rarely repeated and cost more to compare than they save. */
const longestWord = 2_000;

/**
 * Keeps one copy of each repeated text of a listing: descriptions, steps, names and places are the same in thousands of
 * alerts, and each page of JSON brings its own copies. Made for one listing and dropped with it.
 */
export class WordPool {
  readonly #words = new Map<string, string>();

  share(text: string): string {
    if (text.length > longestWord) return text;
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    this.#words.set(text, text);
    return text;
  }
}
