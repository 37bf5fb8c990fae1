import { expect, it } from 'vitest';
import type { Alert } from '../../src/domain/alert.ts';
import { defaultOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { finish } from '../../src/domain/steps.ts';
import { Updates } from '../../src/worker/updates.ts';
import { anAlert } from '../builders/alert.ts';

const [first, second, third] = ['a', 'b', 'c'].map((called) => anAlert({ called })) as [Alert, Alert, Alert];

function updatesOf(alerts: readonly Alert[], most: number): Updates {
  const updates = new Updates(most);
  updates.take(alerts, [], alerts.length);
  finish(updates.learn(defaultOptions));
  return updates;
}

it('there are updates for as many alerts as may be held', () => {
  expect(updatesOf([first, second], 2).update(defaultOptions, 2)).toMatchObject({ incidents: [] });
});

it('there are none from then on when the alerts have become more, and that is no failure', () => {
  const updates = updatesOf([first, second], 2);
  updates.take([third], [], 3);
  updates.take([], [third.key], 2);
  finish(updates.learn(defaultOptions));
  expect(updates.update(defaultOptions, 2)).toBeUndefined();
  expect(updates.tellFailure()).toBe(false);
});
