/** Longer texts are rarely repeated and cost more to compare than they save. */
const longestWord = 2_000;

/** Texts that are held for comparison; some megabytes. */
const mostWords = 100_000;

/**
 * Keeps one copy of each repeated text of a listing: descriptions, steps, names and places are the same in thousands of
 * alerts, and each page of JSON brings its own copies. Made for one
 * refresh and dropped with it.
 */
export class WordPool {
  readonly #words = new Map<string, string>();
  readonly #lists = new Map<string, readonly string[]>();

  share(text: string): string {
    if (text.length > longestWord) return text;
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    // What is seen once only would else pile up beside the alerts.
    if (this.#words.size === mostWords) this.#words.clear();
    this.#words.set(text, text);
    return text;
  }

  /** One list for all that hold the same texts: tactics, techniques and steps are the same for all alerts of a type. */
  shareList<Text extends string>(texts: readonly Text[]): readonly Text[] {
    // With lengths, so that no two lists have one key, whatever their texts hold.
    const key = texts.map((text) => `${text.length}:${text}`).join('');
    if (key.length > longestWord) return texts;
    const known = this.#lists.get(key);
    if (known !== undefined) return known as readonly Text[];
    if (this.#lists.size === mostWords) this.#lists.clear();
    this.#lists.set(key, texts);
    return texts;
  }
}
