import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import type { CorrelationLink } from '../../../../src/domain/correlation/correlationLink.ts';
import { whyTogether } from '../../../../src/domain/correlation/why/whyTogether.ts';
import { memberKeys } from '../../../../src/domain/incident.ts';
import { hour, minute, noon, virtualMachine } from '../../../builders/alert.ts';
import { aSmallWorld } from '../../../builders/arbitraryWorld.ts';
import { anAddress, at, keyOf } from '../../../builders/correlationWorld.ts';
import { explained } from '../../../builders/explained.ts';

/** The alerts that a path leads over, from one on; fails where a link does not go on from the one before. */
function stops(path: readonly CorrelationLink[], start: string): readonly string[] {
  const keys = [start];
  for (const { from, to } of path) {
    const last = keys.at(-1);
    expect([from, to]).toContain(last);
    keys.push(from === last ? to : from);
  }
  return keys;
}

/** A person goes from machine to machine: each alert shares an address with the one before it, and nothing else. */
const walk: readonly Alert[] = [0, 1, 2, 3].map((step) =>
  at(noon + step * 10 * minute, `step${String(step)}`, {
    alertType: `T${String(step)}`,
    on: [virtualMachine(`m-${String(step)}`)],
    entities: [step, step + 1].map((number) => anAddress(`203.0.113.${String(number)}`)),
  }),
);

function path(alerts: readonly Alert[], from: string, to: string): readonly CorrelationLink[] | undefined {
  return whyTogether(explained(alerts).computed, keyOf(from), keyOf(to));
}

describe('why two alerts are together', () => {
  it('is the links that lead from one to the other, in order, in either direction', () => {
    expect(stops(path(walk, 'step0', 'step3') ?? [], keyOf('step0'))).toEqual(walk.map(({ key }) => key));
    expect(stops(path(walk, 'step3', 'step1') ?? [], keyOf('step3'))).toEqual(['step3', 'step2', 'step1'].map(keyOf));
  });

  it('says of each link what both name, how soon, and which step made it', () => {
    expect(path(walk, 'step0', 'step1')).toMatchObject([
      { step: 'core', gap: 10 * minute, shared: [{ kind: 'address', key: '203.0.113.1' }] },
    ]);
  });

  it('needs no link from an alert to itself', () => expect(path(walk, 'step1', 'step1')).toEqual([]));

  it('goes over the alert that a repeat repeats', () => {
    const again = at(noon + 20 * minute, 'again', { ...wishOf(walk[0]!) });
    const links = path([...walk, again], 'again', 'step1') ?? [];
    expect(links.map(({ step }) => step)).toEqual(['repeat', 'core']);
    expect(stops(links, again.key)).toEqual([again.key, keyOf('step0'), keyOf('step1')]);
    expect(links[0]).toMatchObject({ gap: 20 * minute, stage: 'sameDetector' });
    expect(links[0]?.shared.map(({ key }) => key)).toContain(virtualMachine('m-0').toLowerCase());
  });

  it('is one link between two repeats of one alert', () => {
    const repeats = [20, 40].map((minutes) => at(noon + minutes * minute, `again${String(minutes)}`, wishOf(walk[0]!)));
    expect(path([...walk, ...repeats], 'again40', 'again20')).toMatchObject([
      { from: keyOf('again20'), to: keyOf('again40'), step: 'repeat', gap: 20 * minute },
    ]);
  });

  it('is unknown between groups, and for alerts that are not in the list', () => {
    const elsewhere = at(noon + hour, 'elsewhere', { on: [virtualMachine('z')] });
    expect(path([...walk, elsewhere], 'step0', 'elsewhere')).toBeUndefined();
    expect(path(walk, 'step0', 'nowhere')).toBeUndefined();
  });

  it('has an answer for any two alerts of an incident of our own', () => {
    fc.assert(
      fc.property(aSmallWorld, (world) => {
        const { computed, incidents } = explained(world);
        for (const incident of incidents.filter(({ origin }) => origin === 'local')) {
          const members = memberKeys(incident);
          for (const from of members) {
            for (const to of members) {
              const links = whyTogether(computed, from, to);
              expect(links).toBeDefined();
              expect(stops(links ?? [], from).at(-1)).toBe(to);
            }
          }
        }
      }),
    );
  });
});

function wishOf({ alertType, resources, entities }: Alert): Partial<Alert> & { readonly on: readonly string[] } {
  return { alertType, entities, on: resources.flatMap(({ azureResourceId }) => azureResourceId ?? []) };
}
