import type { AlertKey } from '../../alert.ts';
import { memberKeys, type Incident, type IncidentId } from '../../incident.ts';
import { finish, type Steps } from '../../steps.ts';
import type { IncidentIdentities, KnownIncident } from './incidentIdentities.ts';

/** Two alerts may leave the list between two looks at it, and the third still says which incident it was. */
const anchorsKept = 3;

/** Incidents that are not in the list now, and may come back with a subscription that is selected again. */
const absentKept = 1_000;

const formerIdsKept = 1_000;

interface ContinuedIdentities {
  /** The id that each incident keeps, or gets, in the order of the incidents. */
  readonly ids: readonly IncidentId[];
  readonly after: IncidentIdentities;
}

/**
 * Gives each incident that was found the id that it had before. A known incident lives on where its earliest alert is
 * that is still in an incident: so a split leaves the id with the part in which the attack began, which is what people
 * saw first, and the other part gets a new id. Where several live on in one, the oldest id survives and the others lead
 * to it. The service's incidents keep their own id, and take over the ids of what they absorb.
 *
 * The result does not depend on the order of the incidents, nor on that of what is known.
 */
export function* identitiesInSteps(
  before: IncidentIdentities,
  incidents: readonly Incident[],
): Steps<ContinuedIdentities> {
  const declared = new Set(incidents.filter(({ origin }) => origin !== 'local').map(({ id }) => id));
  // A service that names its incident like one of ours has the stronger claim to the name.
  const still = before.known.filter(({ id }) => !declared.has(id));
  const claims = yield* claimsOf(still, incidents);
  yield;
  const taken = new Set([...still.map(({ id }) => id), ...declared]);
  const ids = incidents.map((incident) => {
    if (incident.origin !== 'local') return incident.id;
    return claims.get(incident)?.[0]?.id ?? unusedId(incident, taken);
  });
  yield;
  const claimed = new Set([...claims.values()].flat());
  const absent = still.filter((each) => !claimed.has(each)).slice(-absentKept);
  const known = [...absent, ...present(incidents, ids)];
  yield;
  return { ids, after: { known, formerIds: formerIdsAfter(before, incidents, ids, claims) } };
}

/** The same, all at once. */
export function continueIdentities(before: IncidentIdentities, incidents: readonly Incident[]): ContinuedIdentities {
  return finish(identitiesInSteps(before, incidents));
}

/** For each incident the known ones that live on in it, the oldest first. */
function* claimsOf(
  known: readonly KnownIncident[],
  incidents: readonly Incident[],
): Steps<ReadonlyMap<Incident, readonly KnownIncident[]>> {
  const homes = homesOf(new Set(known.flatMap(({ anchors }) => anchors)), incidents);
  yield;
  const claims = new Map<Incident, KnownIncident[]>();
  for (const each of [...known].sort(oldestFirst)) {
    const anchor = each.anchors.find((key) => homes.has(key));
    const home = anchor === undefined ? undefined : homes.get(anchor);
    if (home === undefined) continue;
    const others = claims.get(home);
    if (others === undefined) claims.set(home, [each]);
    else others.push(each);
  }
  return claims;
}

/** The incident of each alert: rather our own, of which there is one at most, than those of the service. */
function homesOf(keys: ReadonlySet<AlertKey>, incidents: readonly Incident[]): ReadonlyMap<AlertKey, Incident> {
  const homes = new Map<AlertKey, Incident>();
  for (const incident of incidents) {
    for (const key of memberKeys(incident)) {
      if (!keys.has(key)) continue;
      const other = homes.get(key);
      if (other === undefined || comesFirst(incident, other)) homes.set(key, incident);
    }
  }
  return homes;
}

function comesFirst(one: Incident, other: Incident): boolean {
  if ((one.origin === 'local') !== (other.origin === 'local')) return one.origin === 'local';
  return one.id < other.id;
}

function oldestFirst(a: KnownIncident, b: KnownIncident): number {
  if (a.since !== b.since) return a.since < b.since ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Named after its earliest alert, or after the next one where an incident that has left it still has that name. */
function unusedId(incident: Incident, taken: ReadonlySet<IncidentId>): IncidentId {
  const free = memberKeys(incident)
    .map((key) => `local:${key}`)
    .find((id) => !taken.has(id));
  if (free !== undefined) return free;
  // No other incident of ours has these alerts, so no other comes to the same name.
  let again = 2;
  while (taken.has(`${incident.id}:${String(again)}`)) again += 1;
  return `${incident.id}:${String(again)}`;
}

function present(incidents: readonly Incident[], ids: readonly IncidentId[]): readonly KnownIncident[] {
  return incidents
    .map((incident, index) => ({ incident, id: ids[index] ?? incident.id }))
    .filter(({ incident }) => incident.origin === 'local')
    .sort((a, b) => compareNumbers(a.incident.lastActivity, b.incident.lastActivity) || (a.id < b.id ? -1 : 1))
    .map(({ incident, id }) => ({
      id,
      since: incident.firstActivity ?? Infinity,
      anchors: memberKeys(incident).slice(0, anchorsKept),
    }));
}

/** Unknown first. */
function compareNumbers(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  return (a ?? -Infinity) < (b ?? -Infinity) ? -1 : 1;
}

function formerIdsAfter(
  before: IncidentIdentities,
  incidents: readonly Incident[],
  ids: readonly IncidentId[],
  claims: ReadonlyMap<Incident, readonly KnownIncident[]>,
): ReadonlyMap<IncidentId, IncidentId> {
  const moved = new Map<IncidentId, IncidentId>();
  const live = new Set(ids);
  for (const [index, incident] of incidents.entries()) {
    const survivor = ids[index] ?? incident.id;
    for (const { id } of claims.get(incident) ?? []) if (id !== survivor) moved.set(id, survivor);
  }
  const all = [...before.formerIds].map(([old, id]) => [old, moved.get(id) ?? id] as const);
  // An id that is in use again (its alerts have parted from the others) names its incident, and leads nowhere.
  return new Map([...all, ...[...moved].sort()].filter(([old]) => !live.has(old)).slice(-formerIdsKept));
}
