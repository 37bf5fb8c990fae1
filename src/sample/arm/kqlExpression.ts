import { functions } from './kqlFunctions.ts';
import { tokensOf, type Token } from './kqlTokens.ts';
import { isTruthy, lookUp, textOf, type Row } from './kqlValue.ts';

/** What an expression is worth in a row. */
export type Expression = (row: Row) => unknown;

/** Text of an expression, as a function of a row; undefined for what the sample environment does not speak. */
export function expressionOf(text: string): Expression | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  const parser = new Parser(tokens);
  const expression = parser.either();
  return parser.isAtEnd ? expression : undefined;
}

const comparisons: Readonly<Record<string, (value: string, operand: string) => boolean>> = {
  '==': (value, operand) => value === operand,
  '!=': (value, operand) => value !== operand,
  '=~': (value, operand) => value.toLowerCase() === operand.toLowerCase(),
  '!~': (value, operand) => value.toLowerCase() !== operand.toLowerCase(),
  contains: (value, operand) => value.toLowerCase().includes(operand.toLowerCase()),
  '!contains': (value, operand) => !value.toLowerCase().includes(operand.toLowerCase()),
};

/** By descent: `or` binds weaker than `and`, and that weaker than a comparison. */
class Parser {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#position === this.#tokens.length;
  }

  either(): Expression | undefined {
    return this.#chain(
      'or',
      () => this.#both(),
      (left, right) => (row) => isTruthy(left(row)) || isTruthy(right(row)),
    );
  }

  #both(): Expression | undefined {
    return this.#chain(
      'and',
      () => this.#comparison(),
      (left, right) => (row) => isTruthy(left(row)) && isTruthy(right(row)),
    );
  }

  #chain(
    word: string,
    part: () => Expression | undefined,
    join: (left: Expression, right: Expression) => Expression,
  ): Expression | undefined {
    let left = part();
    while (left !== undefined && this.#takes('word', word)) {
      const right = part();
      left = right === undefined ? undefined : join(left, right);
    }
    return left;
  }

  #comparison(): Expression | undefined {
    const left = this.#value();
    if (left === undefined) return undefined;
    const sign = this.#peek()?.kind === 'sign' ? (this.#peek()?.value ?? '') : '';
    if (sign === 'in' || sign === 'in~') return this.#membership(left, sign);
    const compare = comparisons[sign];
    if (compare === undefined) return left;
    this.#position += 1;
    const right = this.#value();
    return right && ((row) => compare(textOf(left(row)), textOf(right(row))));
  }

  #membership(left: Expression, sign: 'in' | 'in~'): Expression | undefined {
    this.#position += 1;
    const list = this.#takes('sign', '(') ? this.#list() : undefined;
    const isSame = comparisons[sign === 'in' ? '==' : '=~'];
    return list && ((row) => list.some((item) => isSame?.(textOf(left(row)), textOf(item(row)))));
  }

  #value(): Expression | undefined {
    if (this.#takes('sign', '(')) {
      const inner = this.either();
      return this.#takes('sign', ')') ? inner : undefined;
    }
    const token = this.#peek();
    if (token === undefined || token.kind === 'sign') return undefined;
    this.#position += 1;
    if (token.kind === 'text') return () => token.value;
    if (!this.#takes('sign', '(')) return (row) => lookUp(row, token.value);
    const call = functions[token.value.toLowerCase()];
    const given = this.#list();
    return call && given && ((row) => call(...given.map((argument) => argument(row))));
  }

  /** What stands between commas, up to the closing bracket. */
  #list(): readonly Expression[] | undefined {
    const list: Expression[] = [];
    do {
      const item = this.either();
      if (item === undefined) return undefined;
      list.push(item);
    } while (this.#takes('sign', ','));
    return this.#takes('sign', ')') ? list : undefined;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#position];
  }

  #takes(kind: Token['kind'], value: string): boolean {
    const found = this.#peek()?.kind === kind && this.#peek()?.value.toLowerCase() === value;
    if (found) this.#position += 1;
    return found;
  }
}
