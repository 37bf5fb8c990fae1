import { isGuid } from '../../resourceId.ts';
import type { AlertColumns } from '../alertTable.ts';
import { evidenceKindNames, evidenceKindOf } from '../evidence/evidenceKind.ts';
import { evidenceName, evidenceNoun, type NamedThing } from '../evidence/evidenceName.ts';
import { killChainShape } from './killChainShape.ts';

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
  const counts = countEvidence(columns, rows);
  const resources = counts.filter(({ evidence }) => thingOf(columns, evidence).kind === 'resource');
  const actor = counts.find(
    ({ evidence, times }) =>
      times > 1 && evidenceKindOf(columns.table.kind(evidence)).side === 'actor' && !isCommon(evidence),
  );
  const where = whereText(
    columns,
    resources.map(({ evidence }) => evidence),
    actor?.evidence,
  );
  const { lowest, highest } = killChainShape(columns, rows);
  if (lowest < 0) return where;
  const from = stages[lowest] ?? '';
  const to = stages[highest] ?? '';
  return lowest === highest ? `${where}: ${from}` : `${where}: ${from} to ${to}`;
}

function whereText(columns: AlertColumns, resources: readonly number[], actor: number | undefined): string {
  const name = (evidence: number): string => shortName(thingOf(columns, evidence));
  const [first, second] = resources;
  const places =
    first === undefined
      ? undefined
      : second === undefined
        ? name(first)
        : resources.length === 2
          ? `${name(first)} and ${name(second)}`
          : `${String(resources.length)} resources`;
  if (resources.length === 1 && places !== undefined) return places;
  if (actor !== undefined) return places === undefined ? name(actor) : `${name(actor)} on ${places}`;
  return places ?? 'Several alerts';
}

/** A directory id tells nobody who it is, so that a title says what it is, and of the id what tells it from others. */
function shortName(thing: NamedThing): string {
  const byId = thing.kind === 'account' && isGuid(thing.key);
  return byId ? `${evidenceNoun(thing)} ${thing.key.slice(0, 8)}…` : evidenceName(thing);
}

function thingOf({ table }: AlertColumns, evidence: number): NamedThing {
  return { kind: evidenceKindNames[table.kind(evidence)] ?? 'resource', key: table.key(evidence) };
}

/** Most frequent first; ties by key, so that a title never depends on the order of delivery. */
function countEvidence(
  columns: AlertColumns,
  rows: readonly number[],
): readonly { readonly evidence: number; readonly times: number }[] {
  const times = new Map<number, number>();
  for (const row of rows) {
    for (let at = columns.evidenceFrom[row] as number; at < (columns.evidenceFrom[row + 1] as number); at += 1) {
      const evidence = columns.evidence[at] as number;
      times.set(evidence, (times.get(evidence) ?? 0) + 1);
    }
  }
  return [...times]
    .map(([evidence, count]) => ({ evidence, times: count }))
    .sort((a, b) => b.times - a.times || (columns.table.isBefore(a.evidence, b.evidence) ? -1 : 1));
}
