import { lookUp } from './kqlValue.ts';
import type { Row } from './kqlValue.ts';

const comparison = /^(\S+?)\s*(==|=~|!=|\bin~|\bin)\s*(\(.*\)|'[^']*'|"[^"]*"|\w+)$/is;

/** `path operator value` as a test of a row, or undefined when the text is not of that form. */
export function comparisonOf(condition: string): ((row: Row) => boolean) | undefined {
  const [, path, operator = '', operand = ''] = comparison.exec(condition.trim()) ?? [];
  if (path === undefined) return undefined;
  const ignoresCase = operator.endsWith('~');
  const fold = (text: string): string => (ignoresCase ? text.toLowerCase() : text);
  const wanted = new Set(literalsOf(operand).map(fold));
  return (row) => wanted.has(fold(String(lookUp(row, path)))) !== (operator === '!=');
}

function literalsOf(operand: string): readonly string[] {
  const list = operand.startsWith('(') ? operand.slice(1, -1).split(',') : [operand];
  return list.map((literal) => literal.trim().replace(/^(['"])(.*)\1$/, '$2'));
}
