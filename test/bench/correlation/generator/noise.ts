import type { Actor } from './actor.ts';
import { makeDomain, makeFile, makeProcess, publicAddress } from './actor.ts';
import type { Detector, ResourceKind, Slot } from './detector.ts';
import type { Estate, Resource } from './estate.ts';
import { busyResource } from './estate.ts';
import type { Habits, NoiseKind } from './habits.ts';
import { noiseKinds } from './habits.ts';
import type { Random } from './random.ts';
import type { Sighting } from './sighting.ts';
import { day, hour, minute, second } from './units.ts';

export interface NoiseWorld {
  readonly random: Random;
  readonly habits: Habits;
  readonly estate: Estate;
  readonly detectors: ReadonlyMap<ResourceKind, readonly Detector[]>;
  /** The same detectors by their alert types. */
  readonly byType: ReadonlyMap<string, Detector>;
  /** Epoch milliseconds of the list's beginning. */
  readonly start: number;
}

/** Mean alerts of one event of each kind, to turn shares of alerts into shares of events. */
const meanSize: Readonly<Record<NoiseKind, number>> = {
  habit: 1,
  lone: 1,
  adminSession: 5,
  sweep: 30,
  deployment: 10,
  flapping: 14,
  pair: 2,
  traveller: 2.5,
};

/** Mean alerts of one benign event in this world. */
export function meanNoiseSize({ noise }: Habits): number {
  const events = eventWeights(noise);
  const total = events.reduce((sum, weight) => sum + weight, 0);
  return events.reduce((sum, weight, index) => sum + weight * meanSize[noiseKinds[index] ?? 'lone'], 0) / total;
}

function eventWeights(alertWeights: readonly number[]): readonly number[] {
  return alertWeights.map((weight, index) => weight / meanSize[noiseKinds[index] ?? 'lone']);
}

/** The alerts of one benign event that begins at `time`. */
export function benignEvent(world: NoiseWorld, time: number): readonly Sighting[] {
  const kind = noiseKinds[world.random.weighted(eventWeights(world.habits.noise))] ?? 'lone';
  const sightings = events[kind](world, time, busyResource(world.random, world.estate));
  return sightings.map((sighting) => withAlso(world, sighting, () => neighbour(world, sighting.resource)));
}

/** Alerts about a subscription may name a resource in it as well. */
export function withAlso(
  { random, habits }: NoiseWorld,
  sighting: Sighting,
  choose: () => Resource | undefined,
): Sighting {
  if (sighting.resource.kind !== 'subscription' || !random.chance(habits.alsoResource)) return sighting;
  const also = choose();
  return also === undefined || also.kind === 'subscription' ? sighting : { ...sighting, also };
}

type Event = (world: NoiseWorld, time: number, resource: Resource) => readonly Sighting[];

const events: Readonly<Record<NoiseKind, Event>> = {
  /** The false positive that a resource is known for: one detector, the same people and programs. */
  habit: (world, time, resource) => {
    const detector = world.random.pick(resource.usualDetectors);
    return [{ time, detector, resource, actor: usualActor(world, resource, time) }];
  },
  lone: (world, time, resource) => {
    const detector = detectorFor(world, resource);
    return [{ time, detector, resource, actor: strangerOrUsual(world, resource, time) }];
  },
  /** A shared administrator works on several resources of a tenant. */
  adminSession: (world, time, resource) => {
    const { random } = world;
    const account = random.pick(resource.tenant.admins);
    const ip = random.chance(0.6) ? egress(world, resource, time) : publicAddress(random);
    return run(world, time, random.integer(2, 9), random.magnitude(5 * minute, 3 * hour), (at) => {
      const target = random.chance(0.4) ? resource : neighbour(world, resource);
      const actor = { ...usualActor(world, target, at), account, ip };
      return { time: at, detector: detectorFor(world, target), resource: target, actor };
    });
  },
  /** A scanner looks at many resources of any tenant. */
  sweep: (world, time, first) => {
    const { random, estate } = world;
    const ip = random.pick(estate.scanners);
    const detector = detectorWith(world, first, 'ip');
    return run(world, time, Math.round(random.magnitude(6, 120)), random.magnitude(5 * minute, 10 * hour), (at) => {
      const resource = anywhere(world, first);
      return { time: at, detector, resource, actor: { ...usualActor(world, resource, at), ip } };
    });
  },
  /** Automation rolls something out. */
  deployment: (world, time, resource) => {
    const { random } = world;
    const account = random.pick(resource.tenant.automation);
    const ip = egress(world, resource, time);
    const detector = detectorFor(world, resource);
    const file = makeFile(random);
    return run(world, time, Math.round(random.magnitude(3, 26)), random.magnitude(1 * minute, 40 * minute), (at) => {
      const target = random.chance(0.85) ? sameKind(world, resource) : resource;
      const process = makeProcess(random, at, file);
      return {
        time: at,
        detector,
        resource: target,
        actor: { ...usualActor(world, target, at), account, ip, file, process },
      };
    });
  },
  /** One detector fires over and over. */
  flapping: (world, time, resource) => {
    const { random } = world;
    const detector = detectorFor(world, resource);
    const actor = strangerOrUsual(world, resource, time);
    const keeps = random.chance(0.6);
    return run(world, time, Math.round(random.magnitude(5, 36)), random.magnitude(20 * minute, 1.5 * day), (at) => ({
      time: at,
      detector,
      resource,
      actor: keeps ? actor : usualActor(world, resource, at),
    }));
  },
  /** Two different alerts on one resource that look like two steps of an attack. */
  pair: (world, time, resource) => {
    const { random } = world;
    const shared = strangerOrUsual(world, resource, time);
    return run(world, time, 2, random.magnitude(2 * minute, 10 * hour), (at) => ({
      time: at,
      detector: detectorFor(world, resource),
      resource,
      actor: random.chance(0.4) ? shared : strangerOrUsual(world, resource, at),
    }));
  },
  /** A user at an unusual place opens what is theirs. */
  traveller: (world, time, first) => {
    const { random } = world;
    const [account, ip] = [random.pick(first.tenant.users), publicAddress(random)];
    return run(world, time, random.integer(2, 3), random.magnitude(10 * minute, 20 * hour), (at) => {
      const resource = random.chance(0.5) ? first : neighbour(world, first);
      const actor = { ...usualActor(world, resource, at), account, ip };
      return { time: at, detector: detectorWith(world, resource, 'ip'), resource, actor };
    });
  },
};

function run(
  { random }: NoiseWorld,
  time: number,
  count: number,
  span: number,
  sighting: (at: number) => Sighting,
): readonly Sighting[] {
  return Array.from({ length: count }, (_, index) => sighting(index === 0 ? time : time + random.unit() * span));
}

/** The address that a tenant's own traffic comes from at this time. */
function egress({ random, habits, start }: NoiseWorld, { tenant, nat }: Resource, time: number): string {
  const isNewOpen = time > start + tenant.newNat.since * habits.days * day;
  if (isNewOpen && random.chance(0.3)) return tenant.newNat.ip;
  return random.chance(0.8) ? nat : random.pick(tenant.nat);
}

/** Who is usually seen on a resource. */
export function usualActor(world: NoiseWorld, resource: Resource, time: number): Actor {
  const { random, habits, estate } = world;
  const { owner, localAccount, tenant, usualFile } = resource;
  const place = random.unit();
  const ip =
    place < habits.natTraffic
      ? egress(world, resource, time)
      : place < habits.natTraffic + 0.05 && estate.proxies.length > 0
        ? random.pick(estate.proxies)
        : publicAddress(random);
  const account = random.chance(0.1)
    ? random.pick(tenant.admins)
    : random.chance(0.1)
      ? random.pick(tenant.automation)
      : resource.kind === 'machine' && random.chance(0.6)
        ? localAccount
        : owner;
  const file = random.chance(0.75) ? usualFile : random.pick(estate.commonFiles);
  const parent = random.chance(0.5) ? makeProcess(random, time - random.waiting(2 * hour), usualFile) : undefined;
  const process = makeProcess(random, time - random.waiting(20 * second), file, parent);
  const domain = random.chance(0.5) ? `cdn.${tenant.domain}` : makeDomain(random);
  const otherIps = random.chance(habits.manyAddresses) ? [publicAddress(random), publicAddress(random)] : [];
  return { ip, otherIps, account, file, process, domain, pod: `${resource.name}-pod-${random.hex(5)}` };
}

/** Half of the lone alerts name somebody that nobody has seen before. */
function strangerOrUsual(world: NoiseWorld, resource: Resource, time: number): Actor {
  const { random } = world;
  const usual = usualActor(world, resource, time);
  if (random.chance(0.5)) return usual;
  const file = makeFile(random);
  const process = makeProcess(random, time, file);
  return { ...usual, ip: publicAddress(random), domain: makeDomain(random), file, process };
}

function detectorFor({ random, detectors }: NoiseWorld, { kind }: Resource): Detector {
  return random.pick(detectors.get(kind) ?? []);
}

function detectorWith({ random, detectors }: NoiseWorld, { kind }: Resource, slot: Slot): Detector {
  const ofKind = detectors.get(kind) ?? [];
  const telling = ofKind.filter(({ slots }) => slots.includes(slot));
  return random.pick(telling.length > 0 ? telling : ofKind);
}

function sameKind({ random }: NoiseWorld, { tenant, kind }: Resource): Resource {
  return random.pick(tenant.resources[kind]);
}

/** What a scanner of the whole internet comes upon next. */
function anywhere(world: NoiseWorld, first: Resource): Resource {
  const { random, estate } = world;
  const elsewhere = random.pick(estate.tenants).resources[first.kind];
  return random.chance(0.3) && elsewhere.length > 0 ? random.pick(elsewhere) : sameKind(world, first);
}

/** Another resource of the same tenant, of any kind. */
function neighbour({ random, detectors }: NoiseWorld, { tenant, kind }: Resource): Resource {
  const other = tenant.resources[random.pick([...detectors.keys()])];
  return random.pick(other.length > 0 ? other : tenant.resources[kind]);
}
