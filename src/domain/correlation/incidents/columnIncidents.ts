import type { Severity } from '../../severity.ts';
import type { AlertColumns, Declaration } from '../alertTable.ts';
import type { ColumnCorrelation } from '../correlateColumns.ts';
import type { CorrelationLink } from '../correlationLink.ts';
import type { JoiningLink } from '../grouping/groupEpisodes.ts';
import type { ColumnIncident } from './columnIncident.ts';
import { incidentScore } from './incidentScore.ts';
import { incidentSentence } from './incidentSentence.ts';
import { incidentTitle } from './incidentTitle.ts';
import { killChainShape } from './killChainShape.ts';
import { linkOf } from './linkOf.ts';

const severityByRank: readonly Severity[] = ['Unknown', 'Informational', 'Low', 'Medium', 'High'];

/** Share of the reached stages that must lie on one rising path before alerts on one target count as an attack. */
const requiredProgress = 0.6;

/**
 * The incidents among the groups: what the service declared, and groups of different detectors that either share an
 * actor or a trace, or advance along the kill chain. Other groups are related alerts and stay alone.
 */
export function columnIncidents(result: ColumnCorrelation): readonly ColumnIncident[] {
  const groups = rowsByGroup(result);
  const links = linksByGroup(result);
  const incidents: ColumnIncident[] = [];
  const claimed = new Set<number>();
  for (const declaration of result.context.alerts.declarations) {
    incidents.push(declaredIncident(result, declaration, groups, links, claimed));
  }
  for (const [group, rows] of groups) {
    if (claimed.has(group) || !isIncident(result, rows, links.get(group) ?? [])) continue;
    incidents.push(localIncident(result, rows, links.get(group) ?? []));
  }
  return incidents;
}

/** Chronological rows of every group. */
function rowsByGroup({ groupOfRow }: ColumnCorrelation): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (let row = 0; row < groupOfRow.length; row += 1) {
    const group = groupOfRow[row] as number;
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [row]);
    else known.push(row);
  }
  return groups;
}

function linksByGroup({
  grouping,
  episodes,
  groupOfRow,
}: ColumnCorrelation): ReadonlyMap<number, readonly JoiningLink[]> {
  const links = new Map<number, JoiningLink[]>();
  for (const joining of grouping.joinedBy) {
    const group = groupOfRow[episodes.firstRow[joining.earlier] as number] as number;
    const known = links.get(group);
    if (known === undefined) links.set(group, [joining]);
    else known.push(joining);
  }
  return links;
}

/**
 * A declared incident takes the group that holds most of its members; a second one on the same group stays as declared.
 * Where the service's word is only shown, it takes no group that says more than the service does.
 */
function declaredIncident(
  result: ColumnCorrelation,
  declaration: Declaration,
  groups: ReadonlyMap<number, readonly number[]>,
  links: ReadonlyMap<number, readonly JoiningLink[]>,
  claimed: Set<number>,
): ColumnIncident {
  const declared = declaration.members.flatMap((key) => result.rowOf.get(key) ?? []);
  const home = mostFrequent(declared.map((row) => result.groupOfRow[row] as number));
  const candidates = home === undefined ? [] : (groups.get(home) ?? []);
  const named = new Set(declared);
  const mayTake = result.options.serviceTrust === 'full' || candidates.every((row) => named.has(row));
  const own = home !== undefined && !claimed.has(home) && mayTake;
  const found = own ? candidates : [];
  if (own) claimed.add(home);
  const rows = [...new Set([...declared, ...found])].sort((a, b) => a - b);
  return {
    id: declaration.key,
    kind: rows.length > declared.length ? 'mixed' : 'service',
    title: declaration.title,
    severity: declaration.severity,
    declaredBy: declaration.key,
    ...describe(result, rows, own ? (links.get(home) ?? []) : [], true),
  };
}

function localIncident(
  result: ColumnCorrelation,
  rows: readonly number[],
  joining: readonly JoiningLink[],
): ColumnIncident {
  const { alerts } = result.context;
  const worst = rows.reduce((rank, row) => Math.max(rank, alerts.severity[row] as number), 0);
  return {
    id: `local:${alerts.keys[rows[0] ?? 0] ?? ''}`,
    kind: 'local',
    title: incidentTitle(alerts, rows),
    severity: severityByRank[worst] ?? 'Unknown',
    ...describe(result, rows, joining, false),
  };
}

function describe(
  { context, options }: ColumnCorrelation,
  rows: readonly number[],
  joining: readonly JoiningLink[],
  declared: boolean,
): Pick<ColumnIncident, 'rows' | 'score' | 'links' | 'sentence'> {
  const { alerts } = context;
  const links: CorrelationLink[] = joining.map(({ earlier, later, step }) =>
    linkOf(context, earlier, later, step, options.thresholds.prior),
  );
  return {
    rows,
    score: incidentScore(alerts, rows),
    links,
    sentence: incidentSentence(rows.length, durationOf(alerts, rows), links, declared),
  };
}

/** From the first beginning to the last end, milliseconds. Alerts without a time come last and take none. */
function durationOf({ start, end }: AlertColumns, rows: readonly number[]): number {
  const begin = start[rows[0] ?? -1] ?? NaN;
  const last = rows.reduce((latest, row) => ((end[row] as number) > latest ? (end[row] as number) : latest), begin);
  return Number.isNaN(begin) ? 0 : last - begin;
}

function isIncident({ context }: ColumnCorrelation, rows: readonly number[], joining: readonly JoiningLink[]): boolean {
  const { alerts } = context;
  if (rows.length < 2 || new Set(rows.map((row) => alerts.type[row])).size < 2) return false;
  if (joining.some(({ proven }) => proven)) return true;
  const { reached, steps } = killChainShape(alerts, rows);
  return steps >= 2 && steps / reached >= requiredProgress;
}

/** The most frequent number, the least among equals; undefined for none. */
function mostFrequent(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best: number | undefined;
  for (const [number, count] of counts) {
    const most = best === undefined ? 0 : (counts.get(best) ?? 0);
    if (best === undefined || count > most || (count === most && number < best)) best = number;
  }
  return best;
}
