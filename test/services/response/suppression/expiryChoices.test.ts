import { expect, it } from 'vitest';
import { expiryChoices } from '../../../../src/services/response/suppression/expiryChoices.ts';
import { day, noon } from '../../../builders/alert.ts';

it('a rule ends in 90 days unless the person chooses otherwise, and never does not exist', () => {
  expect(expiryChoices(noon)[0]).toEqual({ label: 'In 90 days', expires: noon + 90 * day });
  for (const { expires } of expiryChoices(noon)) expect(expires).toBeLessThanOrEqual(noon + 365 * day);
});
