import type { AlertKey } from '../../alert.ts';
import { assertNever } from '../../assertNever.ts';
import { inOrderMade, type Correction, type MadeCorrection } from './correction.ts';
import type { Corrections, Remark, Separation } from './corrections.ts';

/**
 * What all corrections together say. The later one wins: it takes out of earlier ones exactly what contradicts it, and
 * leaves the rest. The order in which they are given does not matter; leaving one out gives what was before it.
 */
export function foldCorrections(made: Iterable<MadeCorrection>): Corrections {
  const folding = new Folding();
  for (const { correction } of inOrderMade(made)) folding.add(correction);
  return folding.result();
}

interface Sides {
  readonly away: ReadonlySet<AlertKey>;
  readonly stayed: ReadonlySet<AlertKey>;
}

class Folding {
  readonly #setOf = new Map<AlertKey, Set<AlertKey>>();
  readonly #separationsOf = new Map<AlertKey, Set<Sides>>();
  readonly #separations = new Set<Sides>();
  readonly #names: Remark<string>[] = [];
  readonly #pins: Remark<boolean>[] = [];

  add(correction: Correction): void {
    const { alerts } = correction;
    switch (correction.kind) {
      case 'merge':
        this.#keepTogether(alerts);
        return;
      case 'remove':
        this.#takeAway(alerts, correction.from);
        return;
      case 'move':
        this.#takeAway(alerts, correction.from);
        this.#keepTogether([...alerts, ...correction.to]);
        return;
      case 'rename':
        this.#names.push({ alerts, said: correction.name });
        return;
      case 'pin':
        this.#pins.push({ alerts, said: correction.pinned });
        return;
      default:
        assertNever(correction);
    }
  }

  result(): Corrections {
    const together = [...new Set(this.#setOf.values())].map(sorted);
    const apart = [...this.#separations].map(({ away, stayed }) => ({ away: sorted(away), stayed: sorted(stayed) }));
    return {
      together: together.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
      apart: withoutRepeats(apart),
      names: this.#names,
      pins: this.#pins,
    };
  }

  #keepTogether(alerts: readonly AlertKey[]): void {
    const all = new Set(alerts);
    for (const alert of alerts) for (const other of this.#setOf.get(alert) ?? []) all.add(other);
    for (const alert of all) this.#setOf.set(alert, all);
    for (const separation of this.#touching(all)) this.#narrow(separation, all);
  }

  /** What stays is kept as one: taking one alert out must not make an incident fall to pieces. */
  #takeAway(alerts: readonly AlertKey[], from: readonly (readonly AlertKey[])[]): void {
    const away = new Set(alerts);
    for (const rest of from) {
      const stayed = new Set(rest.filter((alert) => !away.has(alert)));
      this.#untie(away, stayed);
      this.#separate({ away, stayed });
      if (stayed.size > 1) this.#keepTogether([...stayed]);
    }
  }

  /** Takes alerts out of the sets that hold them together with those that stay, or with nobody else. */
  #untie(away: ReadonlySet<AlertKey>, stayed: ReadonlySet<AlertKey>): void {
    const sets = new Set([...away].flatMap((alert) => this.#setOf.get(alert) ?? []));
    for (const set of sets) {
      const rest = [...set].filter((alert) => !away.has(alert));
      if (rest.length > 0 && !rest.some((alert) => stayed.has(alert))) continue;
      for (const alert of set) this.#setOf.delete(alert);
      // One alert that is left over was part of an incident and is none by itself.
      const smaller = new Set(rest);
      if (rest.length > 1) for (const alert of rest) this.#setOf.set(alert, smaller);
    }
  }

  #separate(sides: Sides): void {
    if (sides.away.size === 0 || sides.stayed.size === 0) return;
    this.#separations.add(sides);
    for (const alert of [...sides.away, ...sides.stayed]) {
      const known = this.#separationsOf.get(alert);
      if (known === undefined) this.#separationsOf.set(alert, new Set([sides]));
      else known.add(sides);
    }
  }

  #touching(alerts: Iterable<AlertKey>): ReadonlySet<Sides> {
    const found = new Set<Sides>();
    for (const alert of alerts) for (const sides of this.#separationsOf.get(alert) ?? []) found.add(sides);
    return found;
  }

  /** Takes out of a separation the pairs that are together now. What is left is two separations at most. */
  #narrow(sides: Sides, together: ReadonlySet<AlertKey>): void {
    const { away, stayed } = sides;
    const [awayTogether, awayAlone] = parted(away, together);
    const [stayedTogether, stayedAlone] = parted(stayed, together);
    if (awayTogether.size === 0 || stayedTogether.size === 0) return;
    this.#separations.delete(sides);
    for (const alert of [...away, ...stayed]) this.#separationsOf.get(alert)?.delete(sides);
    this.#separate({ away: awayAlone, stayed });
    this.#separate({ away: awayTogether, stayed: stayedAlone });
  }
}

/** The alerts that are in a set, and those that are not. */
function parted(
  alerts: ReadonlySet<AlertKey>,
  set: ReadonlySet<AlertKey>,
): readonly [ReadonlySet<AlertKey>, ReadonlySet<AlertKey>] {
  const all = [...alerts];
  return [new Set(all.filter((alert) => set.has(alert))), new Set(all.filter((alert) => !set.has(alert)))];
}

function sorted(alerts: Iterable<AlertKey>): readonly AlertKey[] {
  return [...alerts].sort();
}

function withoutRepeats(separations: readonly Separation[]): readonly Separation[] {
  const byText = new Map(separations.map((separation) => [JSON.stringify(separation), separation]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, separation]) => separation);
}
