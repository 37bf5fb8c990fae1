import { expect, it } from 'vitest';
import { repeatedAlert } from '../../../../src/domain/correlation/why/repeatedAlert.ts';
import { hour, minute, noon } from '../../../builders/alert.ts';
import { at, keyOf } from '../../../builders/correlationWorld.ts';
import { explained } from '../../../builders/explained.ts';

it('a repeat repeats the first alert of its detector about the same things within the hour', () => {
  const alerts = [at(noon, 'first'), at(noon + 30 * minute, 'again'), at(noon + 3 * hour, 'later')];
  const { computed } = explained(alerts);
  expect(repeatedAlert(computed, keyOf('again'))).toBe(keyOf('first'));
  for (const called of ['first', 'later', 'nowhere']) expect(repeatedAlert(computed, keyOf(called))).toBeUndefined();
});
