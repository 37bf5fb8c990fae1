import { expect, it } from 'vitest';
import { defaultOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { CorrelatorBySize } from '../../src/services/correlatorBySize.ts';
import { anAlert } from '../builders/alert.ts';
import { ScriptedCorrelator } from '../builders/scriptedCorrelator.ts';

const alerts = Array.from({ length: 5_000 }, (_, n) => anAlert({ called: String(n) }));

it('leaves few alerts to one correlator, and 5,000 or more, in all subscriptions, to the other', () => {
  const [few, many] = [new ScriptedCorrelator(), new ScriptedCorrelator()];
  const correlator = new CorrelatorBySize(few, many);
  const start = (...delivered: (typeof alerts)[]) =>
    correlator.start({ delivered, options: defaultOptions }, () => undefined);
  start(alerts.slice(1));
  expect([few.runs.length, many.runs.length]).toEqual([1, 0]);
  start(alerts.slice(0, 2_000), alerts.slice(2_000));
  expect([few.runs.length, many.runs.length]).toEqual([1, 1]);
  expect(few.runs[0]?.cancelled).toBe(true);
  const before = many.resets;
  start(alerts.slice(0, 10));
  expect([few.runs.length, many.runs[0]?.cancelled, many.resets]).toEqual([2, true, before + 1]);
});

it('has both forget everything', () => {
  const [few, many] = [new ScriptedCorrelator(), new ScriptedCorrelator()];
  new CorrelatorBySize(few, many).reset();
  expect([few.resets, many.resets]).toEqual([1, 1]);
});
