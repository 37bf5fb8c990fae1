import { comparisonOf } from './kqlCondition.ts';
import { isTruthy, lookUp } from './kqlValue.ts';
import type { Row } from './kqlValue.ts';

type Step = (rows: readonly Row[]) => readonly Row[];

/** A query that the sample environment's small part of the language cannot express. */
export class UnsupportedQuery extends Error {}

/**
 * Runs a Resource Graph query over the rows of one table. The language is the part that clients use to read alerts:
 * `where` (with `and`, `==`, `=~`, `!=`, `in`, `in~`, `tobool()`), `project`, `extend`, `order by`, `take`, `count`.
 * @throws UnsupportedQuery for anything else
 */
export function runQuery(query: string, tables: Readonly<Record<string, readonly Row[]>>): readonly Row[] {
  const [table = '', ...stages] = splitOutsideQuotes(query, '|');
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
      return (rows) => rows.map((row) => columnsOf(rest, row));
    case 'extend':
      return (rows) => rows.map((row) => ({ ...row, ...columnsOf(rest, row) }));
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

function where(conditions: string): Step {
  const tests = conditions.split(/\s+and\s+/i).map(testOf);
  return (rows) => rows.filter((row) => tests.every((test) => test(row)));
}

function testOf(condition: string): (row: Row) => boolean {
  const comparison = comparisonOf(condition);
  if (comparison !== undefined) return (row) => comparison(row);
  if (/^[\w.()]+$/.test(condition.trim())) return (row) => isTruthy(lookUp(row, condition.trim()));
  throw new UnsupportedQuery(`The condition '${condition}' is not part of the sample environment.`);
}

/** `id, Severity = properties.Severity`; a path without a name gets its own, with `_` for dots, as the real engine does. */
function columnsOf(list: string, row: Row): Row {
  const columns = splitOutsideQuotes(list, ',').map((column) => {
    const [name = '', path = name] = column.split('=').map((part) => part.trim());
    return [name.replaceAll(/[.()]/g, '_'), lookUp(row, path)] as const;
  });
  return Object.fromEntries(columns);
}

function orderBy(list: string): Step {
  const [path = '', direction = 'desc'] = list.trim().split(/\s+/);
  const sign = direction.toLowerCase() === 'asc' ? 1 : -1;
  return (rows) =>
    [...rows].sort((a, b) => sign * String(lookUp(a, path)).localeCompare(String(lookUp(b, path)), 'en'));
}

function splitOutsideQuotes(text: string, separator: '|' | ','): readonly string[] {
  const parts = text.match(separator === '|' ? /(?:'[^']*'|"[^"]*"|[^|'"])+/g : /(?:'[^']*'|"[^"]*"|[^,'"])+/g);
  return (parts ?? []).map((part) => part.trim());
}
