import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleAsArmTemplate } from '../../../../src/domain/suppression/emit/armTemplate.ts';
import { suppressionProperties } from '../../../../src/domain/suppression/suppressionProperties.ts';
import { invisible } from '../../../builders/hostileText.ts';
import { anySuppressionRule, aSuppressionRule } from '../../../builders/suppressionRule.ts';

interface Template {
  readonly $schema: string;
  readonly resources: readonly { readonly name: string; readonly type: string; readonly properties: unknown }[];
}

const templateOf = (...args: Parameters<typeof ruleAsArmTemplate>) =>
  JSON.parse(ruleAsArmTemplate(...args)) as Template;

/** A template as Resource Manager reads it: brackets are expressions, two of them a text. */
function evaluated(value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith('[') && value.endsWith(']')) {
    if (!value.startsWith('[[')) throw new Error('An expression');
    return value.slice(1);
  }
  if (Array.isArray(value)) return value.map(evaluated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, evaluated(each)]));
}

describe('a rule as a template', () => {
  it('is deployed to a subscription', () => {
    const { $schema, resources } = templateOf(aSuppressionRule());
    expect($schema).toContain('/subscriptionDeploymentTemplate.json');
    expect(resources.map(({ name, type }) => [name, type])).toEqual([
      ['dismiss-test', 'Microsoft.Security/alertsSuppressionRules'],
    ]);
  });

  it('says what the rule says and evaluates nothing, whatever the texts', () => {
    const expressions = ['[resourceGroup().id]', '[[x]', '[]', '[', ']'];
    const rule = aSuppressionRule({ conditions: [{ kind: 'in', field: 'f', values: expressions }] });
    expect(evaluated(templateOf(rule).resources[0]?.properties)).toEqual(suppressionProperties(rule));
    fc.assert(
      fc.property(anySuppressionRule, (any) => {
        expect(evaluated(templateOf(any).resources[0]?.properties)).toEqual(suppressionProperties(any));
      }),
    );
  });

  it('shows every character that it holds', () => {
    fc.assert(
      fc.property(anySuppressionRule, (rule) => {
        expect(ruleAsArmTemplate(rule)).not.toMatch(invisible);
      }),
    );
  });
});
