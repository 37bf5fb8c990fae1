import type { Json } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import type { SuppressionRule } from '../suppressionRule.ts';
import { escapeText } from './escapeText.ts';
import { ruleResource } from './ruleResource.ts';

/** A Bicep file that deploys a rule to a subscription. */
export function ruleAsBicep(rule: SuppressionRule): string {
  const { type, apiVersion, name, properties } = ruleResource(rule);
  return [
    `targetScope = 'subscription'`,
    '',
    `resource suppressionRule '${type}@${apiVersion}' = ${bicepValue({ name, properties }, '')}`,
    '',
  ].join('\n');
}

function bicepValue(value: Json | undefined, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const lines = (value as readonly Json[]).map((each) => `${inner}${bicepValue(each, inner)}\n`);
    return lines.length === 0 ? '[]' : `[\n${lines.join('')}${indent}]`;
  }
  if (isJsonObject(value)) {
    const lines = Object.entries(value).map(([key, each]) => `${inner}${bicepKey(key)}: ${bicepValue(each, inner)}\n`);
    return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`;
  }
  if (typeof value === 'string') return bicepText(value);
  // Bicep has whole numbers only.
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return `json('${String(value)}')`;
  return JSON.stringify(value ?? null);
}

function bicepKey(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : bicepText(key);
}

const escapes = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A literal in single quotes; `${` would begin an expression. */
export function bicepText(text: string): string {
  const escaped = escapeText(text, escapes, (code) => `\\u{${code.toString(16)}}`);
  return `'${escaped.replaceAll('${', '\\${')}'`;
}
