import type { Severity } from '../../severity.ts';
import type { Declaration } from '../alertTable.ts';
import { Buckets } from '../columns/buckets.ts';
import type { ColumnCorrelation } from '../correlateColumns.ts';
import { takenAwayFrom } from '../corrections/takenAwayFrom.ts';
import type { JoiningLink } from '../grouping/groupEpisodes.ts';
import type { ColumnIncident } from './columnIncident.ts';
import { withoutClosingTypes } from './closingTypes.ts';
import { incidentScore } from './incidentScore.ts';
import { incidentTitle } from './incidentTitle.ts';
import { isHub } from '../links/pairEvidence.ts';
import { killChainShape } from './killChainShape.ts';

const severityByRank: readonly Severity[] = ['Unknown', 'Informational', 'Low', 'Medium', 'High'];

/** Share of the reached stages that must lie on one rising path before alerts on one target count as an attack. */
const requiredProgress = 0.6;

/** Logarithms of likelihood ratios: detectors that speak of one attack wherever they meet, and such as never do. */
const knownCompany = 0.5;
const strangeCompany = -1;

/**
 * The incidents among the groups: what the service declared, what a person put together, and groups of different
 * detectors that either share an actor or a trace, or advance along the kill chain. Other groups are related alerts and
 * stay alone.
 */
export function columnIncidents(result: ColumnCorrelation): readonly ColumnIncident[] {
  const groups = groupsOf(result);
  const incidents: ColumnIncident[] = [];
  const claimed = new Set<number>();
  for (const declaration of result.context.alerts.declarations) {
    incidents.push(declaredIncident(result, declaration, groups, claimed));
  }
  for (let group = 0; group < result.groupOfRow.length; group += 1) {
    const made = groups.made.has(group);
    if ((groups.rows.sizeOf(group) < 2 && !made) || claimed.has(group)) continue;
    const rows = groups.rows.of(group);
    const joinedBy = groups.joinedBy(group);
    if (made || isIncident(result, rows, joinedBy)) incidents.push(localIncident(result, rows, joinedBy));
  }
  return incidents;
}

/** What belongs to a group, which is called after its first row. */
interface GroupParts {
  readonly rows: Buckets;
  readonly joinedBy: (group: number) => readonly JoiningLink[];
  /** The groups that a person put together, in part at least. */
  readonly made: ReadonlySet<number>;
}

function groupsOf({ grouping, episodes, groupOfRow, constraints }: ColumnCorrelation): GroupParts {
  const { joinedBy } = grouping;
  const groupOfLink = Int32Array.from(
    joinedBy,
    ({ earlier }) => groupOfRow[episodes.firstRow[earlier] as number] as number,
  );
  const links = new Buckets(groupOfLink, groupOfRow.length);
  return {
    rows: new Buckets(groupOfRow, groupOfRow.length),
    made: new Set(constraints.together.flat().map((row) => groupOfRow[row] as number)),
    joinedBy: (group) => links.of(group).map((link) => joinedBy[link] as JoiningLink),
  };
}

/**
 * A declared incident takes the group that holds most of its members; a second one on the same group stays as declared.
 * Where the service's word is only shown, it takes no group that says more than the service does, unless a person put
 * that together.
 */
function declaredIncident(
  result: ColumnCorrelation,
  declaration: Declaration,
  groups: GroupParts,
  claimed: Set<number>,
): ColumnIncident {
  const declared = declaration.members.flatMap((key) => result.rowOf.get(key) ?? []);
  const takenAway = takenAwayFrom(result.constraints, declared);
  const staying = takenAway.length === 0 ? declared : declared.filter((row) => !takenAway.includes(row));
  const home = mostFrequent(staying.map((row) => result.groupOfRow[row] as number));
  const candidates = home === undefined ? [] : groups.rows.of(home);
  const named = new Set(declared);
  const saysNoMore = result.options.serviceTrust === 'full' || candidates.every((row) => named.has(row));
  const own = home !== undefined && !claimed.has(home) && (saysNoMore || groups.made.has(home));
  const found = own ? candidates : [];
  if (own) claimed.add(home);
  const rows = [...new Set([...declared, ...found])].sort((a, b) => a - b);
  return {
    id: declaration.key,
    kind: rows.length > declared.length ? 'mixed' : 'service',
    title: declaration.title,
    severity: declaration.severity,
    declaredBy: declaration.key,
    takenAway,
    rows,
    score: incidentScore(result.context.alerts, rows),
    joinedBy: own ? groups.joinedBy(home) : [],
  };
}

function localIncident(
  { context }: ColumnCorrelation,
  rows: readonly number[],
  joinedBy: readonly JoiningLink[],
): ColumnIncident {
  const { alerts } = context;
  const worst = rows.reduce((rank, row) => Math.max(rank, alerts.severity[row] as number), 0);
  return {
    id: `local:${alerts.keys[rows[0] ?? 0] ?? ''}`,
    kind: 'local',
    title: incidentTitle(alerts, rows, (evidence) => isHub(context, evidence)),
    severity: severityByRank[worst] ?? 'Unknown',
    takenAway: [],
    rows,
    score: incidentScore(alerts, rows),
    joinedBy,
  };
}

function isIncident(
  { context: { alerts }, grouping: { lift } }: ColumnCorrelation,
  rows: readonly number[],
  joinedBy: readonly JoiningLink[],
): boolean {
  const all = [...new Set(rows.map((row) => alerts.type[row] as number))];
  const types = withoutClosingTypes(all, alerts.typeNames);
  if (types.length < 2) return false;
  const company = lift.within(types);
  if (company > knownCompany) return true;
  if (joinedBy.some(({ proven }) => proven)) return company > strangeCompany;
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
