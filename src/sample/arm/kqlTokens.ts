/** A word or path (`properties.Status`), a text, or a sign. */
export interface Token {
  readonly kind: 'word' | 'text' | 'sign';
  /** Of a text, what stands between its quotes. */
  readonly value: string;
}

/** Longer signs first: `in~` must not be read as `in`. */
const token = /\s*(?:'([^']*)'|"([^"]*)"|(!?contains\b|in~|in\b|==|=~|!=|!~|[(),])|([\w.$]+))/giy;

/** The tokens of an expression, or undefined when it has a sign that is none of ours. */
export function tokensOf(text: string): readonly Token[] | undefined {
  const trimmed = text.trim();
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < trimmed.length) {
    const found = token.exec(trimmed);
    if (found === null) return undefined;
    const [, single, double, sign, word] = found;
    if (sign !== undefined) tokens.push({ kind: 'sign', value: sign.toLowerCase() });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word });
    else tokens.push({ kind: 'text', value: single ?? double ?? '' });
  }
  return tokens;
}
