import type { Json, JsonObject } from '../json.ts';
import { isJsonObject, ownString, ownValue } from '../json.ts';
import { parseTime } from '../time.ts';
import type { SuppressionCondition, SuppressionRule, SuppressionState } from './suppressionRule.ts';

/**
 * The service writes `…UTC`, its description says `…Utc`; both are read. Properties are matched without regard to case, as
 * the service reads them itself.
 */
const known = new Set([
  'alerttype',
  'reason',
  'comment',
  'state',
  'expirationdateutc',
  'lastmodifiedutc',
  'suppressionalertsscope',
]);

/**
 * Reads a row of the list of rules; undefined for what has no name or no properties. Total: whatever it does not
 * understand of a rule is kept, so that writing the rule back changes only what a person changed.
 */
export function readSuppressionRule(row: Json): SuppressionRule | undefined {
  if (!isJsonObject(row)) return undefined;
  const name = ownString(row, 'name');
  const properties = ownValue(row, 'properties');
  if (name === undefined || !isJsonObject(properties)) return undefined;
  const folded = foldKeys(properties);
  const text = (key: string): string | undefined => {
    const value = folded.get(key);
    return typeof value === 'string' ? value : undefined;
  };
  const comment = text('comment');
  const modified = parseTime(folded.get('lastmodifiedutc'));
  return {
    name,
    alertType: text('alerttype') ?? '',
    reason: text('reason') ?? '',
    ...(comment === undefined ? {} : { comment }),
    ...stateOf(text('state') ?? ''),
    ...expiryOf(folded.get('expirationdateutc')),
    ...(modified === undefined ? {} : { modified }),
    conditions: conditionsOf(folded.get('suppressionalertsscope')),
    ...additionalOf(properties),
  };
}

function foldKeys(properties: JsonObject): ReadonlyMap<string, Json | undefined> {
  return new Map(Object.entries(properties).map(([key, value]) => [key.toLowerCase(), value]));
}

const states = new Map<string, SuppressionState>([
  ['enabled', 'Enabled'],
  ['disabled', 'Disabled'],
  ['expired', 'Expired'],
]);

function stateOf(word: string): Pick<SuppressionRule, 'state' | 'stateWord'> {
  const state = states.get(word.toLowerCase());
  return state === undefined ? { state: 'Unknown', stateWord: word } : { state };
}

function expiryOf(value: Json | undefined): Pick<SuppressionRule, 'expires' | 'unreadableExpiry'> {
  if (value === undefined || value === null || value === '') return {};
  const expires = parseTime(value);
  return expires === undefined ? { unreadableExpiry: value } : { expires };
}

/** No scope is no condition; a scope that is none of ours is one condition that cannot be understood. */
function conditionsOf(scope: Json | undefined): readonly SuppressionCondition[] {
  if (scope === undefined || scope === null) return [];
  const parts = isJsonObject(scope) ? Object.keys(scope) : [];
  const allOf = isJsonObject(scope) ? ownValue(scope, 'allOf') : undefined;
  if (!Array.isArray(allOf) || parts.length !== 1) return [{ kind: 'unknown', wire: scope, isWholeScope: true }];
  return (allOf as readonly Json[]).map(conditionOf);
}

function conditionOf(wire: Json): SuppressionCondition {
  if (!isJsonObject(wire) || Object.keys(wire).length !== 2) return { kind: 'unknown', wire };
  const field = ownString(wire, 'field');
  const text = ownValue(wire, 'contains');
  const values = ownValue(wire, 'in');
  if (field === undefined) return { kind: 'unknown', wire };
  if (typeof text === 'string') return { kind: 'contains', field, text };
  if (!Array.isArray(values) || !values.every((value): value is string => typeof value === 'string')) {
    return { kind: 'unknown', wire };
  }
  return { kind: 'in', field, values };
}

function additionalOf(properties: JsonObject): Pick<SuppressionRule, 'additional'> {
  const entries = Object.entries(properties).filter(([key]) => !known.has(key.toLowerCase()));
  return entries.length === 0 ? {} : { additional: Object.fromEntries(entries) };
}
