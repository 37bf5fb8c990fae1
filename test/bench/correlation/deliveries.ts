import type { GenerateOptions } from './generator/generate.ts';
import { generate } from './generator/generate.ts';
import type { LabelledRow, Row } from './row.ts';

/** Rows written down and parsed at a time. */
const pageSize = 1000;

/**
 * The rows of one world as a product would get them: parsed from text, nothing shared among them. Made anew at each
 * iteration, so that a million rows need no memory but the reader's own.
 */
export class Deliveries implements Iterable<Row> {
  readonly #options: GenerateOptions;
  /** CPU milliseconds of JSON.parse in the latest iteration. */
  parseCpu = 0;
  /** CPU milliseconds of making and parsing in the latest iteration: what a reader's own time has to be freed of. */
  makingCpu = 0;

  constructor(options: GenerateOptions) {
    this.#options = options;
  }

  *[Symbol.iterator](): Generator<Row, undefined> {
    for (const { row } of this.labelled()) yield row;
    return undefined;
  }

  *labelled(): Generator<LabelledRow, undefined> {
    this.parseCpu = 0;
    this.makingCpu = 0;
    const source = generate(this.#options);
    for (;;) {
      const before = process.cpuUsage();
      const page = this.#parse(takePage(source));
      this.makingCpu += cpuSince(before);
      if (page.length === 0) return undefined;
      yield* page;
    }
  }

  #parse(page: readonly LabelledRow[]): readonly LabelledRow[] {
    const text = JSON.stringify(page);
    const before = process.cpuUsage();
    const parsed = JSON.parse(text) as LabelledRow[];
    this.parseCpu += cpuSince(before);
    return parsed;
  }
}

function takePage(source: Generator<LabelledRow, undefined>): readonly LabelledRow[] {
  const page: LabelledRow[] = [];
  while (page.length < pageSize) {
    const next = source.next();
    if (next.done) break;
    page.push(next.value);
  }
  return page;
}

/** CPU milliseconds of this process since `before`. */
export function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
