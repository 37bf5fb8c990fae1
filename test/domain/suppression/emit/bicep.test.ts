import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bicepText, ruleAsBicep } from '../../../../src/domain/suppression/emit/bicep.ts';
import { noon } from '../../../builders/alert.ts';
import { anyHostileText, anySuppressionRule, aSuppressionRule } from '../../../builders/suppressionRule.ts';
import { readBicep } from './literals.ts';

describe('a rule as Bicep', () => {
  it('is a file that deploys it to a subscription', () => {
    const rule = aSuppressionRule({ comment: "It's ours", expires: noon });
    expect(ruleAsBicep(rule)).toBe(`targetScope = 'subscription'

resource suppressionRule 'Microsoft.Security/alertsSuppressionRules@2019-01-01-preview' = {
  name: 'dismiss-test'
  properties: {
    alertType: 'VM_TestAlert'
    reason: 'FalsePositive'
    state: 'Enabled'
    comment: 'It\\'s ours'
    expirationDateUtc: '2026-03-02T10:00:00.000Z'
    suppressionAlertsScope: {
      allOf: [
        {
          field: 'entities.ip.address'
          in: [
            '203.0.113.7'
          ]
        }
      ]
    }
  }
}
`);
  });

  it('holds each text as one literal that no value can end', () => {
    fc.assert(
      fc.property(anyHostileText, (text) => {
        expect(readBicep(`${bicepText(text)}|`)).toEqual({ value: text.toWellFormed(), rest: '|' });
      }),
      { numRuns: 2_000 },
    );
  });

  it('has as many lines as its structure asks for, whatever the texts', () => {
    fc.assert(
      fc.property(anySuppressionRule, (rule) => {
        const plain = { ...rule, alertType: 'a', reason: 'a', ...(rule.comment === undefined ? {} : { comment: 'a' }) };
        expect(ruleAsBicep(rule).split(/[\n\r\u0085\u2028\u2029]/).length).toBe(ruleAsBicep(plain).split('\n').length);
      }),
    );
  });
});
