import type { AlertKey } from '../../alert.ts';
import type { Incident } from '../../incident.ts';
import { memberKeys } from '../../incident.ts';
import type { Corrections, Remark } from './corrections.ts';

/** The incidents with the names that people gave them, and with the sign of those that stand first. */
export function withRemarks(incidents: readonly Incident[], { names, pins }: Corrections): readonly Incident[] {
  if (names.length + pins.length === 0) return incidents;
  const places = placesOf(incidents);
  const nameOf = latest(names, places);
  const pinOf = latest(pins, places);
  return incidents.map((incident, place) => {
    const name = nameOf.get(place) ?? '';
    return {
      ...incident,
      ...(name === '' ? {} : { title: name }),
      ...(pinOf.get(place) === true ? { pinned: true } : {}),
    };
  });
}

/** Where each alert is, the alerts that declare incidents included. */
function placesOf(incidents: readonly Incident[]): ReadonlyMap<AlertKey, readonly number[]> {
  const places = new Map<AlertKey, number[]>();
  incidents.forEach((incident, place) => {
    for (const key of [...memberKeys(incident), ...(incident.declaredBy === undefined ? [] : [incident.declaredBy])]) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [place]);
      else known.push(place);
    }
  });
  return places;
}

/** For each incident what was said of it last. */
function latest<Value>(
  remarks: readonly Remark<Value>[],
  places: ReadonlyMap<AlertKey, readonly number[]>,
): ReadonlyMap<number, Value> {
  const said = new Map<number, Value>();
  for (const remark of remarks) {
    const home = homeOf(remark.alerts, places);
    if (home !== undefined) said.set(home, remark.said);
  }
  return said;
}

/** The incident with most of the alerts; among equals the one that the first of them is in. */
function homeOf(alerts: readonly AlertKey[], places: ReadonlyMap<AlertKey, readonly number[]>): number | undefined {
  const votes = new Map<number, number>();
  for (const place of alerts.flatMap((alert) => places.get(alert) ?? [])) votes.set(place, (votes.get(place) ?? 0) + 1);
  let home: number | undefined;
  // In the order of the first votes, so that a later one needs more.
  for (const [place, count] of votes) if (home === undefined || count > (votes.get(home) ?? 0)) home = place;
  return home;
}
