import { isGuid } from '../../resourceId.ts';
import type { AlertColumns } from '../alertTable.ts';
import { evidenceKindNames, evidenceKindNumber, evidenceKindOf } from '../evidence/evidenceKind.ts';
import { evidenceName, evidenceNoun, type NamedThing } from '../evidence/evidenceName.ts';
import { killChainShape } from './killChainShape.ts';

const resourceKind = evidenceKindNumber('resource');

/** Bands in words, for titles. */
const stages = ['reconnaissance', 'initial access', 'execution', 'foothold', 'spread and control', 'impact'];

/**
 * Where it happened, and how far it got: "web-1: initial access to impact", "203.0.113.7 on 3 resources: execution".
 * @param rows chronological.
 * @param isCommon true for an actor that nobody's incident should be named after: a hub, or on a stop list.
 */
export function incidentTitle(
  columns: AlertColumns,
  rows: readonly number[],
  isCommon: (evidence: number) => boolean = () => false,
): string {
  const where = whereText(columns, countEvidence(columns, rows), isCommon);
  const { lowest, highest } = killChainShape(columns, rows);
  if (lowest < 0) return where;
  const from = stages[lowest] ?? '';
  const to = stages[highest] ?? '';
  return lowest === highest ? `${where}: ${from}` : `${where}: ${from} to ${to}`;
}

/** How many of the rows name each piece of evidence. */
type Counts = ReadonlyMap<number, number>;

function whereText(columns: AlertColumns, counts: Counts, isCommon: (evidence: number) => boolean): string {
  const { table } = columns;
  const name = (evidence: number): string => shortName(thingOf(columns, evidence));
  const resources = [...counts.keys()].filter((evidence) => table.kind(evidence) === resourceKind);
  const [only] = resources;
  if (only !== undefined && resources.length === 1) return name(only);
  const actor = mostNamed(columns, counts, namedActors(columns, counts, isCommon));
  if (only === undefined) return actor === undefined ? 'Several alerts' : name(actor);
  const places = placesText(columns, counts, resources, name);
  return actor === undefined ? places : `${name(actor)} on ${places}`;
}

/** @param resources two or more: only two are called by their names. */
function placesText(
  columns: AlertColumns,
  counts: Counts,
  resources: readonly number[],
  name: (evidence: number) => string,
): string {
  const first = resources.length === 2 ? mostNamed(columns, counts, resources) : undefined;
  const second = resources.find((evidence) => evidence !== first);
  if (first === undefined || second === undefined) return `${String(resources.length)} resources`;
  return `${name(first)} and ${name(second)}`;
}

/** Actors that several alerts name, and that are no common property. */
function namedActors(
  { table }: AlertColumns,
  counts: Counts,
  isCommon: (evidence: number) => boolean,
): readonly number[] {
  const actors: number[] = [];
  for (const [evidence, times] of counts) {
    if (times > 1 && evidenceKindOf(table.kind(evidence)).side === 'actor' && !isCommon(evidence))
      actors.push(evidence);
  }
  return actors;
}

/** The most frequent one; of several the first by key, so that a title never depends on the order of delivery. */
function mostNamed({ table }: AlertColumns, counts: Counts, things: readonly number[]): number | undefined {
  let most: number | undefined;
  for (const evidence of things) {
    const difference = most === undefined ? 1 : (counts.get(evidence) ?? 0) - (counts.get(most) ?? 0);
    if (most === undefined || difference > 0 || (difference === 0 && table.isBefore(evidence, most))) most = evidence;
  }
  return most;
}

/** A directory id tells nobody who it is, so that a title says what it is, and of the id what tells it from others. */
function shortName(thing: NamedThing): string {
  const byId = thing.kind === 'account' && isGuid(thing.key);
  return byId ? `${evidenceNoun(thing)} ${thing.key.slice(0, 8)}…` : evidenceName(thing);
}

function thingOf({ table }: AlertColumns, evidence: number): NamedThing {
  return { kind: evidenceKindNames[table.kind(evidence)] ?? 'resource', key: table.key(evidence) };
}

function countEvidence({ evidence, evidenceFrom }: AlertColumns, rows: readonly number[]): Counts {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const to = evidenceFrom[row + 1] as number;
    for (let at = evidenceFrom[row] as number; at < to; at += 1) {
      const each = evidence[at] as number;
      counts.set(each, (counts.get(each) ?? 0) + 1);
    }
  }
  return counts;
}
