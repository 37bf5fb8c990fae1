import { expect, it } from 'vitest';
import { isInForce } from '../../../src/domain/suppression/suppressionRule.ts';
import { day, noon } from '../../builders/alert.ts';
import { aSuppressionRule } from '../../builders/suppressionRule.ts';

it('a rule is in force while it is enabled and has not ended', () => {
  const { expires: _, ...endless } = aSuppressionRule();
  expect(isInForce(endless, noon)).toBe(true);
  expect(isInForce(aSuppressionRule({ expires: noon + day }), noon)).toBe(true);
  expect(isInForce(aSuppressionRule({ expires: noon }), noon)).toBe(false);
  expect(isInForce(aSuppressionRule({ state: 'Disabled' }), noon)).toBe(false);
  expect(isInForce(aSuppressionRule({ state: 'Unknown' }), noon)).toBe(false);
});
