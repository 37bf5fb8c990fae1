import type { JsonObject } from '../../json.ts';
import { suppressionProperties } from '../suppressionProperties.ts';
import { suppressionApiVersion, type SuppressionRule } from '../suppressionRule.ts';

/** The resource that a rule is, as every language of infrastructure describes it. */
interface RuleResource {
  readonly type: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly properties: JsonObject;
}

export function ruleResource(rule: SuppressionRule): RuleResource {
  return {
    type: 'Microsoft.Security/alertsSuppressionRules',
    apiVersion: suppressionApiVersion,
    name: rule.name,
    properties: suppressionProperties(rule),
  };
}
