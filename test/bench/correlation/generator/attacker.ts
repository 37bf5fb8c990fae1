import type { Link, Template } from '../templates/template.ts';
import type { Account, Actor, FileFact, ProcessFact } from './actor.ts';
import {
  makeApplication,
  makeDomain,
  makeFile,
  makeLocalAccount,
  makeProcess,
  makeUser,
  publicAddress,
} from './actor.ts';
import type { Slot } from './detector.ts';
import type { Resource, Tenant } from './estate.ts';
import type { Random } from './random.ts';

/** What one attacker shows; a later campaign of the same attacker shows it again. */
export interface Attacker {
  readonly ips: readonly string[];
  readonly account: Account;
  readonly file: FileFact;
  readonly domain: string;
}

export function makeAttacker(random: Random, template: Template, tenant: Tenant, rotates: boolean): Attacker {
  const usesApplication = template.name.toLowerCase().includes('app') || template.name.startsWith('servicePrincipal');
  return {
    ips: Array.from({ length: rotates ? random.integer(2, 8) : 1 }, () => publicAddress(random)),
    account: usesApplication
      ? makeApplication(random, tenant.domain)
      : random.chance(0.8)
        ? random.pick(tenant.users)
        : makeUser(random, tenant.domain),
    file: makeFile(random),
    domain: makeDomain(random),
  };
}

/** How a campaign shows its attacker, step by step. */
export interface Disguise {
  readonly link: Link;
  readonly attacker: Attacker;
  /** Fact that changes at every step where the link does not hold it. */
  readonly unstable: ReadonlySet<Slot>;
}

const slots: readonly Slot[] = ['ip', 'account', 'process', 'file', 'domain', 'pod'];
const held: Readonly<Record<Exclude<Link, 'chain' | 'several'>, readonly Slot[]>> = {
  ip: ['ip'],
  account: ['account'],
  process: ['process', 'file', 'pod'],
  file: ['file'],
  domain: ['domain'],
  resource: [],
};

export function disguise(random: Random, link: Link, attacker: Attacker): Disguise {
  if (link === 'several' || link === 'chain') return { link, attacker, unstable: new Set() };
  const others = slots.filter((slot) => !held[link].includes(slot));
  // Even where one fact holds a campaign together, some of the others may do so too.
  const unstable = others.filter(() => link === 'resource' || random.chance(0.75));
  return { link, attacker, unstable: new Set(unstable) };
}

/** The facts of a chain change in turn, so that neighbouring steps share most of them and distant ones none. */
const chainTurns: readonly (readonly [Slot, number])[] = [
  ['ip', 0],
  ['account', 1],
  ['file', 2],
  ['process', 2],
  ['domain', 1],
  ['pod', 0],
];

interface Roots {
  readonly processes: Map<string, ProcessFact>;
  readonly chain: Map<string, Attacker>;
}

export const newRoots = (): Roots => ({ processes: new Map(), chain: new Map() });

/** What the attacker shows at one firing; `usual` is what anybody would see on that resource. */
export function attackerActor(
  random: Random,
  { link, attacker, unstable }: Disguise,
  roots: Roots,
  place: { readonly step: number; readonly time: number; readonly resource: Resource; readonly usual: Actor },
): Actor {
  const { step, time, resource, usual } = place;
  const version = (slot: Slot): number => {
    if (link === 'chain') return Math.floor((step + (chainTurns.find(([name]) => name === slot)?.[1] ?? 0)) / 3);
    return unstable.has(slot) ? -1 : 0;
  };
  const shown = (slot: Slot): Attacker => attackerVersion(random, attacker, version(slot), resource.tenant, roots);
  const fresh = (slot: Slot): boolean => version(slot) < 0;
  const file = fresh('file') ? makeFile(random) : shown('file').file;
  const ips = fresh('ip') ? [publicAddress(random)] : shown('ip').ips;
  return {
    ip: random.pick(ips),
    // What else is named comes from the attacker's own addresses, where there are several.
    otherIps: usual.otherIps === undefined || usual.otherIps.length === 0 ? [] : ips.slice(0, 3),
    account: fresh('account') ? (usual.account ?? makeLocalAccount(random)) : shown('account').account,
    file,
    process: processOf(random, roots, fresh('process') ? undefined : version('process'), time, resource, file),
    domain: fresh('domain') ? makeDomain(random) : shown('domain').domain,
    pod: fresh('pod')
      ? `${resource.name}-pod-${random.hex(5)}`
      : `${resource.name}-${shown('pod').file.sha256.slice(0, 5)}`,
  };
}

function attackerVersion(random: Random, first: Attacker, version: number, tenant: Tenant, { chain }: Roots): Attacker {
  if (version <= 0) return first;
  const known = chain.get(String(version));
  if (known !== undefined) return known;
  const next = {
    ips: [publicAddress(random)],
    account: random.pick(tenant.users),
    file: makeFile(random),
    domain: makeDomain(random),
  };
  chain.set(String(version), next);
  return next;
}

/** Processes of one lineage have the same parent, on one machine. */
function processOf(
  random: Random,
  { processes }: Roots,
  lineage: number | undefined,
  time: number,
  resource: Resource,
  file: FileFact,
): ProcessFact {
  if (lineage === undefined) return makeProcess(random, time, file);
  const key = `${lineage} ${resource.id}`;
  const root = processes.get(key) ?? makeProcess(random, time - random.waiting(60_000), file);
  processes.set(key, root);
  return random.chance(0.35) ? root : makeProcess(random, time, file, root);
}
