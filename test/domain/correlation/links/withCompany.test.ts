import { expect, it } from 'vitest';
import { DetectorLift } from '../../../../src/domain/correlation/grouping/detectorLift.ts';
import { candidateLinks } from '../../../../src/domain/correlation/links/candidateLinks.ts';
import { leastOfLinks, withCompany } from '../../../../src/domain/correlation/links/withCompany.ts';
import { balanced } from '../../../../src/domain/correlation/correlationOptions.ts';
import { hour, noon, virtualMachine } from '../../../builders/alert.ts';
import { at, worldOf } from '../../../builders/correlationWorld.ts';

const [first, second] = [0, 3 * hour].map((later, index) =>
  at(noon + later, `a${String(index)}`, { alertType: `T${String(index)}`, on: [virtualMachine('web-1')] }),
);
const { context, timelines, episodes } = worldOf([first!, second!]);
const links = candidateLinks(context, timelines);
const nothingLearnt = new DetectorLift([], []);

it('links that fall short of the least are dropped, and those that reach it stay', () => {
  const [weight] = links.weight;
  expect(weight).toBeGreaterThan(0);
  expect(withCompany(links, episodes, nothingLearnt, weight!).size).toBe(1);
  expect(withCompany(links, episodes, nothingLearnt, weight! + 0.001).size).toBe(0);
});

it('the least falls with what the weakest joining needs', () => {
  const precise = { ...balanced, core: balanced.core + 1, secondLook: balanced.secondLook + 1 };
  expect(leastOfLinks(precise)).toBeCloseTo(leastOfLinks(balanced) + 1);
  expect(leastOfLinks({ ...balanced, core: balanced.secondLook - 1 })).toBeCloseTo(leastOfLinks(balanced) - 1);
});
