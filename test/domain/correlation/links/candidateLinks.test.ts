import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CorrelationFacts } from '../../../../src/domain/correlation/evidence/correlationFacts.ts';
import { candidateLinks } from '../../../../src/domain/correlation/links/candidateLinks.ts';
import { day, hour, minute, noon, virtualMachine } from '../../../builders/alert.ts';
import { anAddress, at, worldOf, type World } from '../../../builders/correlationWorld.ts';

const attacker = { entities: [anAddress('203.0.113.7')] };

function linksOf(alerts: readonly CorrelationFacts[]): {
  readonly world: World;
  readonly links: readonly { readonly earlier: number; readonly later: number; readonly weight: number }[];
} {
  const world = worldOf(alerts);
  const { size, earlier, later, weight } = candidateLinks(world.context, world.timelines);
  const links = Array.from({ length: size }, (_, link) => ({
    earlier: earlier[link] ?? -1,
    later: later[link] ?? -1,
    weight: weight[link] ?? -1,
  }));
  return { world, links };
}

/** The attacker on one machine after another, a detector each, so that no two alerts are one episode. */
function walk(steps: number): readonly CorrelationFacts[] {
  return Array.from({ length: steps }, (_, step) =>
    at(noon + step * minute, `w${String(step)}`, {
      alertType: `T${String(step)}`,
      on: [virtualMachine(`m-${String(step)}`)],
      ...attacker,
    }),
  );
}

describe('candidate links', () => {
  it('connect an episode with the four before it on a timeline, never with all', () => {
    const { links } = linksOf(walk(12));
    expect(links).toHaveLength(4 * 12 - 10);
    expect(Math.max(...links.map(({ earlier, later }) => later - earlier))).toBe(4);
  });

  it('name a pair once, however much it shares', () => {
    const both = { entities: [anAddress('203.0.113.7'), anAddress('203.0.113.8')] };
    expect(linksOf([at(noon, 'a', { alertType: 'A', ...both }), at(noon, 'b', both)]).links).toHaveLength(1);
  });

  it('come strongest first', () => {
    const weights = linksOf(walk(12)).links.map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });

  it('do not span a gap at which the evidence says nothing any more', () => {
    const two = [at(noon, 'a', { ...attacker, on: [] }), at(noon + 11 * day, 'b', { ...attacker, on: [] })];
    expect(linksOf(two).links).toEqual([]);
  });

  it('do not connect alerts of two tenants; an unknown tenant may be any', () => {
    const [a, b] = walk(2) as [CorrelationFacts, CorrelationFacts];
    expect(
      linksOf([
        { ...a, tenantId: 't1' },
        { ...b, tenantId: 't2' },
      ]).links,
    ).toEqual([]);
    expect(
      linksOf([
        { ...a, tenantId: 't1' },
        { ...b, tenantId: 'T1' },
      ]).links,
    ).toHaveLength(1);
    expect(linksOf([{ ...a, tenantId: 't1' }, b]).links).toHaveLength(1);
  });

  it('do not connect alerts without a time', () => {
    const timeless = walk(2).map(({ startTime, endTime, ...alert }) => {
      expect(startTime).toBe(endTime);
      return alert;
    });
    expect(linksOf(timeless).links).toEqual([]);
  });

  it('are at most four for each thing that each alert names, in any world', () => {
    const wish = fc.record({
      later: fc.nat(5 * 24),
      machine: fc.nat(3),
      address: fc.nat(3),
      detector: fc.nat(4),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 60 }), (wishes) => {
        const { world, links } = linksOf(
          wishes.map(({ later, machine, address, detector }, index) =>
            at(noon + later * hour, String(index), {
              alertType: `T${String(detector)}`,
              on: [virtualMachine(String(machine))],
              entities: [anAddress(`203.0.113.${String(address)}`)],
            }),
          ),
        );
        expect(links.length).toBeLessThanOrEqual(4 * world.episodes.evidence.length);
        const pairs = links.map(({ earlier, later }) => `${String(earlier)} ${String(later)}`);
        expect(new Set(pairs).size).toBe(links.length);
        for (const { earlier, later } of links) expect(earlier).toBeLessThan(later);
      }),
    );
  });
});
