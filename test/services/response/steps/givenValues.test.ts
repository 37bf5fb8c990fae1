import { expect, it } from 'vitest';
import { GivenValues } from '../../../../src/services/response/steps/givenValues.ts';

const [first, second] = ['198.51.100.7', '203.0.113.9'] as const;

it('what was given for an alert serves all of its steps', () => {
  const given = new GivenValues();
  given.note('alert', 'attackerAddress', first);
  given.note('alert', 'nsg', 'one');
  expect(given.latest('alert')).toEqual({ attackerAddress: first, nsg: 'one' });
  expect(given.ofStep('alert', 'block')).toEqual({ attackerAddress: first, nsg: 'one' });
  expect(given.latest('other')).toEqual({});
});

it('a step that ran is asked about anew when it runs again, and one that did not is not', () => {
  const given = new GivenValues();
  given.note('alert', 'attackerAddress', first);
  given.begin('alert', 'block');
  expect(given.latest('alert')).toEqual({ attackerAddress: first });
  given.ran('alert', 'block');
  given.begin('alert', 'isolate');
  expect(given.latest('alert')).toEqual({ attackerAddress: first });
  given.begin('alert', 'block');
  expect(given.latest('alert')).toEqual({});
});

it('what a step ran with stays its own until it runs again, whatever is chosen for others meanwhile', () => {
  const given = new GivenValues();
  given.note('alert', 'attackerAddress', first);
  given.ran('alert', 'block');
  given.begin('alert', 'block');
  given.note('alert', 'attackerAddress', second);
  expect(given.ofStep('alert', 'block')).toEqual({ attackerAddress: first });
  given.ran('alert', 'block');
  expect(given.ofStep('alert', 'block')).toEqual({ attackerAddress: second });
});

it('what a step lacks for its undo is added to what it ran with', () => {
  const given = new GivenValues();
  given.noteOfStep('block', 'nsg', 'one');
  expect(given.ofStep('alert', 'block')).toEqual({});
  given.ran('alert', 'block');
  given.noteOfStep('block', 'nsg', 'one');
  expect(given.ofStep('alert', 'block')).toEqual({ nsg: 'one' });
});
