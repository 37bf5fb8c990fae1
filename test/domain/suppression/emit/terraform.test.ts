import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleAsTerraform, terraformText } from '../../../../src/domain/suppression/emit/terraform.ts';
import { noon, subscriptionA } from '../../../builders/alert.ts';
import { anyHostileText, aSuppressionRule } from '../../../builders/suppressionRule.ts';
import { readTerraform } from './literals.ts';

describe('a rule as Terraform', () => {
  it('is a resource of azapi in its subscription', () => {
    const rule = aSuppressionRule({ comment: '"${path}" %{ if }', expires: noon });
    const [, body] = ruleAsTerraform(rule, subscriptionA).split('resource ');
    expect(body).toBe(`"azapi_resource" "suppression_rule" {
  type      = "Microsoft.Security/alertsSuppressionRules@2019-01-01-preview"
  name      = "dismiss-test"
  parent_id = "/subscriptions/${subscriptionA}"
  body      = {
    properties = {
      alertType = "VM_TestAlert"
      reason = "FalsePositive"
      state = "Enabled"
      comment = "\\"$\\u007bpath}\\" %\\u007b if }"
      expirationDateUtc = "2026-03-02T10:00:00.000Z"
      suppressionAlertsScope = {
        allOf = [
          {
            field = "entities.ip.address"
            "in" = [
              "203.0.113.7",
            ]
          },
        ]
      }
    }
  }
}
`);
  });

  it('holds each text as one literal that no value can end', () => {
    fc.assert(
      fc.property(anyHostileText, (text) => {
        expect(readTerraform(`${terraformText(text)}|`)).toEqual({ value: text.toWellFormed(), rest: '|' });
      }),
      { numRuns: 2_000 },
    );
  });
});
