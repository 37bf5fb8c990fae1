import type { Correlation } from '../../domain/correlation/correlation.ts';
import { hash64 } from '../../domain/hash64.ts';
import { memberKeys } from '../../domain/incident.ts';
import { itemTarget, type ItemTarget } from '../../protocol/panelTarget.ts';
import { array, finite, object, string, type Guarded } from '../../protocol/schema.ts';
import { findIncident } from '../findIncident.ts';

/**
 * An item that a person does not want to see before a time (`until`, epoch milliseconds), unless something happens.
 * `known`: of an incident, fingerprints of the alerts that it had: another one wakes it.
 */
export const isSnooze = object({ target: itemTarget, until: finite, known: array(string) });

export type Snooze = Guarded<typeof isSnooze>;

/** What is asleep at a moment, and what has woken up. */
export interface Sleep {
  /** Until when, by the id that an incident has now, or an alert's key. */
  readonly asleep: ReadonlyMap<string, number>;
  /** Snoozes that are over: their time has come, or their incident has grown. */
  readonly over: readonly Snooze[];
}

export function snoozeOf(target: ItemTarget, until: number, correlation: Correlation): Snooze {
  return { target, until, known: target.kind === 'incident' ? fingerprints(target.id, correlation) : [] };
}

/** An incident that is not in the list stays asleep: that nothing was read yet wakes nobody. */
export function sleepAt(now: number, snoozes: readonly Snooze[], correlation: Correlation): Sleep {
  const asleep = new Map<string, number>();
  const over: Snooze[] = [];
  for (const snooze of snoozes) {
    const { target, until } = snooze;
    if (until <= now || hasGrown(snooze, correlation)) over.push(snooze);
    else asleep.set(currentId(target, correlation), until);
  }
  return { asleep, over };
}

function hasGrown({ target, known }: Snooze, correlation: Correlation): boolean {
  if (target.kind !== 'incident') return false;
  const before = new Set(known);
  return fingerprints(target.id, correlation).some((key) => !before.has(key));
}

function currentId({ kind, id }: ItemTarget, correlation: Correlation): string {
  return kind === 'incident' ? (findIncident(correlation, id)?.id ?? id) : id;
}

function fingerprints(incidentId: string, correlation: Correlation): readonly string[] {
  const incident = findIncident(correlation, incidentId);
  return incident === undefined ? [] : memberKeys(incident).map(hash64);
}
