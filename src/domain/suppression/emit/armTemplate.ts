import type { Json } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import type { SuppressionRule } from '../suppressionRule.ts';
import { subscriptionTemplateSchema } from '../../cloudEndpoints.ts';
import { invisible } from '../../displayText.ts';
import { ruleResource } from './ruleResource.ts';

/** A template of Azure Resource Manager, in JSON, that deploys a rule to a subscription. */
export function ruleAsArmTemplate(rule: SuppressionRule): string {
  const template = {
    $schema: subscriptionTemplateSchema,
    contentVersion: '1.0.0.0',
    resources: [literal({ ...ruleResource(rule) })],
  };
  return `${JSON.stringify(template, undefined, 2).replaceAll(invisible, byNumber)}\n`;
}

/** Texts in brackets are expressions in a template; one more bracket makes them texts. */
function literal(value: Json | undefined): Json {
  if (typeof value === 'string') return value.startsWith('[') && value.endsWith(']') ? `[${value}` : value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(literal);
  if (!isJsonObject(value)) return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, literal(each)]));
}

/** The line breaks of the document itself stay; inside a text they are escaped already. */
function byNumber(character: string): string {
  if (character === '\n') return character;
  return Array.from({ length: character.length }, (_, at) => {
    return `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }).join('');
}
