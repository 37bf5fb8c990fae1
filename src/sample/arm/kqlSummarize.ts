import { expressionOf, type Expression } from './kqlExpression.ts';
import { isTruthy, type Row } from './kqlValue.ts';

type Aggregate = (rows: readonly Row[]) => unknown;

/** Aggregates that the sample environment knows, by name, made from what stands between their brackets. */
const aggregates: Readonly<Record<string, (value: Expression) => Aggregate>> = {
  countif: (condition) => (rows) => rows.filter((row) => isTruthy(condition(row))).length,
  make_set: (value) => (rows) => [...new Set(rows.map(value))],
};

/**
 * `name = aggregate(…), … by column`: one row for each value of the column.
 * @returns undefined for what the sample environment does not speak
 */
export function summarizeOf(text: string): ((rows: readonly Row[]) => readonly Row[]) | undefined {
  const [, list, key] = /^([\s\S]+?)\s+by\s+(\w+)$/.exec(text.trim()) ?? [];
  if (list === undefined || key === undefined) return undefined;
  const columns = list.split(/,\s*(?=\w+\s*=)/).map(columnOf);
  if (!columns.every((column) => column !== undefined)) return undefined;
  return (rows) =>
    [...Map.groupBy(rows, (row) => row[key])].map(([value, group]) =>
      Object.fromEntries([[key, value], ...columns.map(([name, aggregate]) => [name, aggregate(group)] as const)]),
    );
}

function columnOf(text: string): readonly [name: string, Aggregate] | undefined {
  const [, name, aggregate, inner] = /^(\w+)\s*=\s*(\w+)\(([\s\S]*)\)$/.exec(text.trim()) ?? [];
  const make = aggregates[aggregate ?? ''];
  const value = expressionOf(inner ?? '');
  return name !== undefined && make !== undefined && value !== undefined ? [name, make(value)] : undefined;
}
