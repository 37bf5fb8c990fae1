import { expect, it } from 'vitest';
import type { Alert } from '../../../src/domain/alert.ts';
import { alertsByKey } from '../../../src/domain/correlation/alertsByKey.ts';
import { finish } from '../../../src/domain/steps.ts';
import { anAlert, hour, noon } from '../../builders/alert.ts';

const listed = (...delivered: (readonly Alert[])[]): readonly Alert[] => [...finish(alertsByKey(delivered)).values()];

it('lists the alerts of all subscriptions newest first, those without a time last, ties by key', () => {
  const late = anAlert({ called: 'late', startTime: noon + hour });
  const [a, b] = [anAlert({ called: 'a', startTime: noon }), anAlert({ called: 'b', startTime: noon })];
  const { startTime: _1, generatedTime: _2, processingEndTime: _3, ...timeless } = anAlert({ called: 'timeless' });
  expect(listed([timeless, b], [a, late])).toEqual([late, a, b, timeless]);
});

it('keeps of several deliveries the one that was processed last, or of equals the one that was read last', () => {
  const older = anAlert({ called: 'x', status: 'Active', processingEndTime: noon });
  const newer = anAlert({ called: 'x', status: 'Resolved', processingEndTime: noon + hour });
  const again = anAlert({ called: 'x', status: 'Dismissed', processingEndTime: noon + hour });
  expect(listed([newer, older])).toEqual([newer]);
  expect(listed([newer], [again])).toEqual([again]);
});
