import { AlertTable } from '../domain/correlation/alertTable.ts';
import type { Json } from '../domain/json.ts';
import { isJsonObject, ownValue } from '../domain/json.ts';
import type { BadLineReason } from './badLines.ts';
import type { BadLines } from './badLines.ts';
import { CpuTimer } from './cpuTimer.ts';
import { factsOfRow } from './factsOfRow.ts';
import type { PieceSink } from './splitter.ts';

/** Characters of one batch: enough to make the clock's own cost vanish, small enough to be collected young. */
const batchSize = 512 * 1024;

/** Parses pieces in batches, so that the parser can be timed alone, and adds what they hold to a table of alerts. */
export class AlertReader implements PieceSink {
  readonly table = new AlertTable();
  readonly parseTimer = new CpuTimer();
  readonly #badLines: BadLines;
  readonly #texts: string[] = [];
  readonly #lines: number[] = [];
  readonly #elements: (number | undefined)[] = [];
  #size = 0;

  constructor(badLines: BadLines) {
    this.#badLines = badLines;
  }

  piece(text: string, line: number, element?: number): void {
    this.#texts.push(text);
    this.#lines.push(line);
    this.#elements.push(element);
    this.#size += text.length;
    if (this.#size >= batchSize) this.flush();
  }

  bad(line: number, reason: BadLineReason, element?: number): void {
    // In the order of the input.
    this.flush();
    this.#badLines.add(line, reason, element);
  }

  /** Reads what is waiting. */
  flush(): void {
    const rows = this.parseTimer.measure(() => this.#texts.map(parse));
    const lines = this.#lines.splice(0);
    const elements = this.#elements.splice(0);
    this.#texts.length = 0;
    this.#size = 0;
    rows.forEach((row, index) => this.#addPiece(row, lines[index] ?? 0, elements[index]));
  }

  #addPiece(row: Json | undefined, line: number, element: number | undefined): void {
    if (row === undefined) this.#badLines.add(line, 'not JSON', element);
    else if (element === undefined && isPage(row))
      row.value.forEach((each, index) => this.#addRow(each, line, index + 1));
    else this.#addRow(row, line, element);
  }

  #addRow(row: Json, line: number, element: number | undefined): void {
    const reason = this.#refusal(row);
    if (reason !== undefined) this.#badLines.add(line, reason, element);
  }

  #refusal(row: Json): BadLineReason | undefined {
    const facts = factsOfRow(row);
    if (typeof facts === 'string') return facts;
    try {
      this.table.add(facts);
      return undefined;
    } catch {
      // Nesting or numbers beyond what the engine can hold: one alert must not cost all others.
      return 'cannot be correlated';
    }
  }
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** A page on one line of a file whose other lines are alerts. */
function isPage(row: Json): row is { readonly value: readonly Json[] } {
  return isJsonObject(row) && ownValue(row, 'id') === undefined && Array.isArray(ownValue(row, 'value'));
}
