import { expressionOf, type Expression } from './kqlExpression.ts';
import { summarizeOf } from './kqlSummarize.ts';
import { isTruthy, lookUp, textOf } from './kqlValue.ts';
import type { Row } from './kqlValue.ts';

type Step = (rows: readonly Row[]) => readonly Row[];

/** A query that the sample environment's small part of the language cannot express. */
export class UnsupportedQuery extends Error {}

/**
 * Runs a Resource Graph query over the rows of one table. The language is the part that clients use to read alerts:
 * `where` (`and`, `or`, `==`, `=~`, `in`, `contains`, their opposites and a few functions), `project`, `extend`,
 * `summarize … by`, `order by`, `take`, `count`.
 * @throws UnsupportedQuery for anything else
 */
export function runQuery(query: string, tables: Readonly<Record<string, readonly Row[]>>): readonly Row[] {
  const [table = '', ...stages] = splitOutside(query, '|');
  const rows = tables[table.toLowerCase()];
  if (rows === undefined) throw new UnsupportedQuery(`Unknown table '${table}'.`);
  return stages.map(stepOf).reduce((current, step) => step(current), rows);
}

function stepOf(stage: string): Step {
  const [, operator = '', rest = ''] = /^(\w+)\s*(?:by\b)?\s*([\s\S]*)$/.exec(stage) ?? [];
  switch (operator.toLowerCase()) {
    case 'where':
      return where(rest);
    case 'project':
      return project(columnsOf(rest));
    case 'extend':
      return extend(columnsOf(rest));
    case 'summarize':
      return summarize(rest);
    case 'order':
    case 'sort':
      return orderBy(rest);
    case 'take':
    case 'limit':
      return (rows) => rows.slice(0, Number(rest));
    case 'count':
      return (rows) => [{ Count: rows.length }];
    default:
      throw new UnsupportedQuery(`The operator '${operator}' is not part of the sample environment.`);
  }
}

function project(columns: (row: Row) => Row): Step {
  return (rows) => rows.map(columns);
}

function extend(columns: (row: Row) => Row): Step {
  return (rows) => rows.map((row) => ({ ...row, ...columns(row) }));
}

function where(condition: string): Step {
  const test = spoken(condition);
  return (rows) => rows.filter((row) => isTruthy(test(row)));
}

function summarize(text: string): Step {
  const step = summarizeOf(text);
  if (step === undefined) throw new UnsupportedQuery(`'summarize ${text}' is not part of the sample environment.`);
  return step;
}

/** `id, Severity = properties.Severity`; a path without a name gets its own, with `_` for dots, as the real engine does. */
function columnsOf(list: string): (row: Row) => Row {
  const columns = splitOutside(list, ',').map((column) => {
    const [, name, text = column] = /^(\w+)\s*=(?![=~])\s*([\s\S]+)$/.exec(column) ?? [];
    return [name ?? column.replaceAll(/[.()]/g, '_'), spoken(text)] as const;
  });
  return (row) => Object.fromEntries(columns.map(([name, value]) => [name, value(row)]));
}

function spoken(text: string): Expression {
  const expression = expressionOf(text);
  if (expression === undefined) throw new UnsupportedQuery(`'${text}' is not part of the sample environment.`);
  return expression;
}

function orderBy(list: string): Step {
  const [path = '', direction = 'desc'] = list.trim().split(/\s+/);
  const sign = direction.toLowerCase() === 'asc' ? 1 : -1;
  return (rows) => [...rows].sort((a, b) => sign * compareTexts(textOf(lookUp(a, path)), textOf(lookUp(b, path))));
}

/** As the engine does: by code unit, not by language. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Parts between separators that stand neither in quotes nor in brackets. */
function splitOutside(text: string, separator: '|' | ','): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const piece of text.match(/'[^']*'|"[^"]*"|[^'"]/g) ?? []) {
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    if (piece === separator && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + piece);
  }
  return parts.map((part) => part.trim());
}
