import type { AlertKey } from '../../alert.ts';
import { memberKeys, type Incident } from '../../incident.ts';

/** How incidents of one correlation live on in another. `rearranged`: several became several others. */
export type IncidentChangeKind =
  'merged' | 'split' | 'rearranged' | 'grew' | 'shrank' | 'changed' | 'appeared' | 'vanished';

/** Incidents before and after that are about the same alerts, by their ids' order. */
export interface IncidentChange {
  readonly kind: IncidentChangeKind;
  readonly before: readonly Incident[];
  readonly after: readonly Incident[];
  /** Alerts that are in none of the incidents before, and in none of those after. */
  readonly joined: number;
  readonly left: number;
}

export interface CorrelationDiff {
  readonly changes: readonly IncidentChange[];
  /** Incidents with the same alerts before and after. */
  readonly unchanged: number;
}

/**
 * What became of each incident. An incident lives on in the one that holds most of its alerts; two that live on in one
 * have merged, one that several come from has split. Independent of order, and the same backwards with merged and
 * split, grew and shrank, appeared and vanished exchanged. Linear in the memberships.
 */
export function compareCorrelations(before: readonly Incident[], after: readonly Incident[]): CorrelationDiff {
  const [old, fresh] = [before.map(sideOf), after.map(sideOf)];
  const nodes = [...old, ...fresh];
  const links = new Map<Side, Set<Side>>(nodes.map((node) => [node, new Set()]));
  for (const [from, to] of [...heirs(old, fresh), ...heirs(fresh, old)]) {
    links.get(from)?.add(to);
    links.get(to)?.add(from);
  }
  const isOld = new Set(old);
  const changes: IncidentChange[] = [];
  let unchanged = 0;
  for (const family of families(nodes, links)) {
    const change = changeOf(
      family.filter((side) => isOld.has(side)),
      family.filter((side) => !isOld.has(side)),
    );
    if (change === undefined) unchanged += 1;
    else changes.push(change);
  }
  return { changes: changes.sort(byFirstId), unchanged };
}

interface Side {
  readonly incident: Incident;
  /** Its alerts, and the alert that declares it: an incident none of whose members is listed is somebody, too. */
  readonly keys: ReadonlySet<AlertKey>;
}

function sideOf(incident: Incident): Side {
  const { declaredBy } = incident;
  return { incident, keys: new Set([...memberKeys(incident), ...(declaredBy === undefined ? [] : [declaredBy])]) };
}

/** For each side the one of the others that holds most of it, if any holds something. */
function heirs(sides: readonly Side[], others: readonly Side[]): readonly (readonly [Side, Side])[] {
  const holders = new Map<AlertKey, Side[]>();
  for (const other of others) {
    for (const key of other.keys) {
      const known = holders.get(key);
      if (known === undefined) holders.set(key, [other]);
      else known.push(other);
    }
  }
  return sides.flatMap((side) => {
    const shared = new Map<Side, number>();
    for (const key of side.keys) {
      for (const other of holders.get(key) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const [heir] = [...shared].sort(([a, ofA], [b, ofB]) => ofB - ofA || compareAsHeirs(a, b, side));
    return heir === undefined ? [] : [[side, heir[0]] as const];
  });
}

/** Of two that hold as much of a side: the one with less besides, then its namesake, then the first by id. */
function compareAsHeirs(a: Side, b: Side, of: Side): number {
  const isNamesake = ({ incident }: Side): number => (incident.id === of.incident.id ? 0 : 1);
  return a.keys.size - b.keys.size || isNamesake(a) - isNamesake(b) || (a.incident.id < b.incident.id ? -1 : 1);
}

/** Sides that hang together. */
function families(nodes: readonly Side[], links: ReadonlyMap<Side, ReadonlySet<Side>>): readonly (readonly Side[])[] {
  const seen = new Set<Side>();
  return nodes.flatMap((node) => {
    if (seen.has(node)) return [];
    const family = new Set([node]);
    for (const side of family) for (const relative of links.get(side) ?? []) family.add(relative);
    for (const side of family) seen.add(side);
    return [[...family]];
  });
}

/** Undefined where the same alerts are together as before. */
function changeOf(before: readonly Side[], after: readonly Side[]): IncidentChange | undefined {
  const [held, holds] = [keysOf(before), keysOf(after)];
  const joined = [...holds].filter((key) => !held.has(key)).length;
  const left = [...held].filter((key) => !holds.has(key)).length;
  const kind = kindOf(before.length, after.length, joined, left);
  if (kind === 'unchanged') return undefined;
  return { kind, before: incidentsOf(before), after: incidentsOf(after), joined, left };
}

function kindOf(before: number, after: number, joined: number, left: number): IncidentChangeKind | 'unchanged' {
  if (before === 0) return 'appeared';
  if (after === 0) return 'vanished';
  if (before > 1) return after > 1 ? 'rearranged' : 'merged';
  if (after > 1) return 'split';
  if (joined > 0) return left > 0 ? 'changed' : 'grew';
  return left > 0 ? 'shrank' : 'unchanged';
}

function keysOf(sides: readonly Side[]): ReadonlySet<AlertKey> {
  return new Set(sides.flatMap(({ keys }) => [...keys]));
}

function incidentsOf(sides: readonly Side[]): readonly Incident[] {
  return sides.map(({ incident }) => incident).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function byFirstId(a: IncidentChange, b: IncidentChange): number {
  return firstId(a) < firstId(b) ? -1 : 1;
}

function firstId({ before, after }: IncidentChange): string {
  return [...before, ...after].map(({ id }) => id).sort()[0] ?? '';
}
