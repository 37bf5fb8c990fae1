import type { Alert, AlertKey } from '../domain/alert.ts';
import { correlationFactsOf } from '../domain/correlation/evidence/correlationFacts.ts';
import type { Steps } from '../domain/steps.ts';
import { boundedJson } from './boundedJson.ts';

/** Characters of one parcel, about: writing and reading it takes a few milliseconds. */
const parcelSize = 400_000;

/** Keys of alerts that are gone, in one parcel. */
const goneAtOnce = 2_000;

/** Alerts that are looked at between two yields. */
const alertsAtOnce = 256;

/** Some of what a worker has to learn. */
export interface Parcel {
  readonly alerts: readonly Alert[];
  /** What correlation needs of them, a list as JSON. */
  readonly facts: string;
  readonly gone: readonly AlertKey[];
}

/** What one worker knows of the alerts. An alert that changes is another object. */
export class SentAlerts {
  readonly #sent = new Map<AlertKey, Alert>();

  /** To be called with each parcel when it goes out, in their order. */
  note({ alerts, gone }: Parcel): void {
    for (const key of gone) this.#sent.delete(key);
    for (const alert of alerts) this.#sent.set(alert.key, alert);
  }

  /** Makes the parcels, one a call, that bring the worker from what it knows to `wanted`; undefined at the end. */
  parcelsFor(wanted: ReadonlyMap<AlertKey, Alert>): () => Steps<Parcel | undefined> {
    const known = this.#sent.keys();
    const listed = wanted.values();
    return () => this.#nextParcel(wanted, known, listed);
  }

  *#nextParcel(
    wanted: ReadonlyMap<AlertKey, Alert>,
    known: MapIterator<AlertKey>,
    listed: MapIterator<Alert>,
  ): Steps<Parcel | undefined> {
    const gone = yield* keysMissingIn(wanted, known);
    const alerts: Alert[] = [];
    const texts: string[] = [];
    let [size, looked] = [0, 0];
    for (let next = listed.next(); next.done !== true; next = listed.next()) {
      looked += 1;
      if (this.#sent.get(next.value.key) === next.value) {
        if (looked % alertsAtOnce === 0) yield;
        continue;
      }
      const text = boundedJson(correlationFactsOf(next.value));
      alerts.push(next.value);
      texts.push(text);
      size += text.length;
      if (size >= parcelSize) break;
      yield;
    }
    return alerts.length + gone.length === 0 ? undefined : { alerts, facts: `[${texts.join(',')}]`, gone };
  }
}

/** Some of the keys that are not wanted any more; the rest with the next call. */
function* keysMissingIn(
  wanted: ReadonlyMap<AlertKey, Alert>,
  known: MapIterator<AlertKey>,
): Steps<readonly AlertKey[]> {
  const gone: AlertKey[] = [];
  let looked = 0;
  for (let next = known.next(); next.done !== true; next = known.next()) {
    if (!wanted.has(next.value)) gone.push(next.value);
    if (gone.length === goneAtOnce) break;
    if (++looked % alertsAtOnce === 0) yield;
  }
  return gone;
}
