import { displayText } from '../../domain/displayText.ts';
import { isJsonObject, type Json } from '../../domain/json.ts';
import { parseTime } from '../../domain/time.ts';
import type { FactModel, FactValue } from '../../protocol/factModel.ts';
import { humanizeName } from './humanizeName.ts';
import type { PanelActionTable } from './panelActions.ts';

/** Characters shown of one value, and values shown of one list; the copy button has everything. */
const valueLimit = 5000;
const listLimit = 50;

/** Names whose values are read letter by letter: fixed width. */
const exactNames = /command|path|script|query|hash|token|\bsid\b|guid|\bids?\b|ID$|Id$/i;

/** A fact from a wire value of any type; undefined when there is nothing to show (null, empty). */
export function wireFact(name: string, value: Json | undefined, actions: PanelActionTable): FactModel | undefined {
  const values = valuesOf(name, value, actions);
  return values.length === 0 ? undefined : { label: humanizeName(name), values };
}

export function textFact(label: string, ...texts: readonly (string | undefined)[]): FactModel | undefined {
  const values = texts.flatMap((text): FactValue[] => {
    return text === undefined || text === '' ? [] : [{ kind: 'text', text: displayText(text) }];
  });
  return values.length === 0 ? undefined : { label, values };
}

export function timeFact(label: string, at: number | undefined): FactModel | undefined {
  return at === undefined ? undefined : { label, values: [{ kind: 'time', at }] };
}

export function codeFact(label: string, text: string | undefined, actions: PanelActionTable): FactModel | undefined {
  return text === undefined || text === '' ? undefined : { label, values: [code(text, actions)] };
}

/** The facts that are there. */
export function facts(...list: readonly (FactModel | undefined)[]): FactModel[] {
  return list.filter((fact) => fact !== undefined);
}

function valuesOf(name: string, value: Json | undefined, actions: PanelActionTable): FactValue[] {
  if (value === undefined || value === null || value === '') return [];
  if (typeof value === 'boolean') return [{ kind: 'text', text: value ? 'Yes' : 'No' }];
  if (typeof value === 'number') return [{ kind: 'text', text: String(value) }];
  if (typeof value === 'string') return [stringValue(name, value, actions)];
  if (!isJsonObject(value) && value.length <= listLimit && value.every(isScalar)) {
    return value.flatMap((item) => valuesOf(name, item, actions));
  }
  const isEmpty = isJsonObject(value) ? Object.keys(value).length === 0 : value.length === 0;
  return isEmpty ? [] : [code(JSON.stringify(value, undefined, 2), actions)];
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}

function stringValue(name: string, text: string, actions: PanelActionTable): FactValue {
  const at = parseTime(text);
  if (at !== undefined) return { kind: 'time', at };
  const pretty = prettyJson(text);
  if (pretty !== undefined) return code(pretty, actions);
  if (exactNames.test(name) || text.length > valueLimit) return code(text, actions);
  return { kind: 'text', text: displayText(text).trim() };
}

/** Text that is an embedded JSON object or list, indented; undefined for every other text. */
export function prettyJson(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^[{[]/.test(trimmed) || !/[}\]]$/.test(trimmed)) return undefined;
  try {
    return JSON.stringify(JSON.parse(trimmed), undefined, 2);
  } catch {
    return undefined;
  }
}

function code(text: string, actions: PanelActionTable): FactValue {
  const over = text.length - valueLimit;
  const shown = over > 0 ? `${text.slice(0, valueLimit)}\n… ${String(over)} more characters; copy to read all` : text;
  return { kind: 'code', text: displayText(shown), copyId: actions.copy(text) };
}
