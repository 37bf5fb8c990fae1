import type { Actor } from './actor.ts';
import type { Slot } from './detector.ts';
import type { Random } from './random.ts';
import type { Sighting } from './sighting.ts';

/** What a sighting shares with others that could prove a common cause: no hubs, no names that every machine has. */
function provingFacts({ resource, also, detector, actor }: Sighting, hubs: ReadonlySet<string>): readonly string[] {
  const facts: string[] = resource.kind === 'subscription' ? [] : [resource.id];
  if (also !== undefined) facts.push(also.id);
  for (const slot of detector.slots) {
    const fact = factOf(actor, slot);
    if (fact !== undefined && !hubs.has(fact)) facts.push(fact);
  }
  return facts;
}

function factOf({ ip, account, file, process, domain, pod }: Actor, slot: Slot): string | undefined {
  switch (slot) {
    case 'ip':
      return ip;
    case 'account':
      return account === undefined || account.kind === 'local' ? undefined : account.objectId;
    case 'file':
      return file?.sha256;
    case 'process': {
      const root = process?.parent ?? process;
      return root && `${root.pid} ${root.createdAt}`;
    }
    case 'domain':
      return domain;
    case 'pod':
      return pod;
  }
}

/**
 * A campaign whose parts share nothing could be found by nobody. Where an alert has no proving fact in common with those
 * before it, it shows one of theirs, or moves to a resource that they were on, or is left out.
 */
export function keepTogether(
  random: Random,
  sightings: readonly Sighting[],
  hubs: ReadonlySet<string>,
): readonly Sighting[] {
  const known = new Set<string>();
  const kept: Sighting[] = [];
  for (const sighting of sightings) {
    const joined = connect(random, sighting, kept, known, hubs);
    if (joined === undefined) continue;
    for (const fact of provingFacts(joined, hubs)) known.add(fact);
    kept.push(joined);
  }
  return kept;
}

function connect(
  random: Random,
  sighting: Sighting,
  before: readonly Sighting[],
  known: ReadonlySet<string>,
  hubs: ReadonlySet<string>,
): Sighting | undefined {
  const isKnown = (candidate: Sighting): boolean => provingFacts(candidate, hubs).some((fact) => known.has(fact));
  // One in fifty stays apart: no list tells all.
  if (before.length === 0 || isKnown(sighting) || random.chance(0.02)) return sighting;
  const recent = before.slice(-6);
  for (let tries = 0; tries < 6; tries += 1) {
    const { actor, resource } = random.pick(recent);
    const slot = sighting.detector.slots.length > 0 ? random.pick(sighting.detector.slots) : undefined;
    const borrowed = slot === undefined ? sighting : { ...sighting, actor: borrow(sighting.actor, actor, slot) };
    const moved = resource.kind === sighting.resource.kind ? { ...sighting, resource } : borrowed;
    const found = [borrowed, moved].find(isKnown);
    if (found !== undefined) return found;
  }
  return undefined;
}

function borrow(own: Actor, other: Actor, slot: Slot): Actor {
  const fact = other[slot];
  return fact === undefined ? own : { ...own, [slot]: fact };
}
