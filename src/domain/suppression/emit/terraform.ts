import type { Json } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import type { SuppressionRule } from '../suppressionRule.ts';
import { escapeText } from './escapeText.ts';
import { ruleResource } from './ruleResource.ts';

/** A Terraform file that deploys a rule to a subscription through azapi (2.0 or newer): azurerm has no such resource. */
export function ruleAsTerraform(rule: SuppressionRule, subscriptionId: string): string {
  const { type, apiVersion, name, properties } = ruleResource(rule);
  return [
    'terraform {',
    '  required_providers {',
    '    azapi = {',
    '      source  = "Azure/azapi"',
    '      version = "~> 2.0"',
    '    }',
    '  }',
    '}',
    '',
    'resource "azapi_resource" "suppression_rule" {',
    `  type      = ${terraformText(`${type}@${apiVersion}`)}`,
    `  name      = ${terraformText(name)}`,
    `  parent_id = ${terraformText(`/subscriptions/${subscriptionId}`)}`,
    `  body      = ${terraformValue({ properties }, '  ')}`,
    '}',
    '',
  ].join('\n');
}

function terraformValue(value: Json | undefined, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const lines = (value as readonly Json[]).map((each) => `${inner}${terraformValue(each, inner)},\n`);
    return lines.length === 0 ? '[]' : `[\n${lines.join('')}${indent}]`;
  }
  if (isJsonObject(value)) {
    const lines = Object.entries(value).map(([key, each]) => {
      return `${inner}${terraformKey(key)} = ${terraformValue(each, inner)}\n`;
    });
    return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`;
  }
  return typeof value === 'string' ? terraformText(value) : JSON.stringify(value ?? null);
}

/** `in` is a word of the language. */
function terraformKey(key: string): string {
  return /^[A-Za-z]\w*$/.test(key) && key !== 'in' && key !== 'for' ? key : terraformText(key);
}

const escapes = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A literal in double quotes. `${` and `%{` would begin templates; the brace is written by its number, because of the
 * language's own way, a doubled sign, it is not clear what three of them mean.
 */
export function terraformText(text: string): string {
  const escaped = escapeText(text, escapes, (code) =>
    code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`,
  );
  return `"${escaped.replaceAll(/([$%])\{/g, '$1\\u007b')}"`;
}
