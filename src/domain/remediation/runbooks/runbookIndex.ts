import type { AlertPlan, Runbook } from './runbook.ts';

interface Pattern {
  readonly matches: RegExp;
  readonly runbook: Runbook;
  /** Characters that are not "*": of two patterns that match, the longer one says more. */
  readonly weight: number;
}

/** Finds runbooks by type and name of an alert. */
export class RunbookIndex {
  readonly #types: Names;
  readonly #names: Names;
  readonly #runbooks: readonly Runbook[];

  constructor(runbooks: readonly Runbook[]) {
    this.#runbooks = runbooks;
    this.#types = new Names(runbooks, ({ alertTypes }) => alertTypes);
    this.#names = new Names(runbooks, ({ alertNames }) => alertNames ?? []);
  }

  /** The runbook that names the type, else the one that names the display name. */
  find(alertType: string, displayName?: string): Runbook | undefined {
    const byType = this.#types.find(foldType(alertType));
    return byType ?? (displayName === undefined ? undefined : this.#names.find(foldName(displayName)));
  }

  /** The general runbook of a plan, or the one that answers for everything. */
  general(plan: AlertPlan | undefined): Runbook {
    const ofPlan = this.#runbooks.find(({ generalFor }) => plan !== undefined && generalFor?.includes(plan));
    const ofAll = this.#runbooks.find(({ generalFor }) => generalFor?.length === 0);
    const found = ofPlan ?? ofAll;
    if (found === undefined) throw new Error('There is no general runbook');
    return found;
  }
}

class Names {
  readonly #exact = new Map<string, Runbook>();
  readonly #patterns: readonly Pattern[];

  constructor(runbooks: readonly Runbook[], namesOf: (runbook: Runbook) => readonly string[]) {
    const patterns: Pattern[] = [];
    for (const runbook of runbooks) {
      for (const name of namesOf(runbook)) {
        const folded = name.toLowerCase();
        if (folded.includes('*')) patterns.push(patternOf(folded, runbook));
        else if (!this.#exact.has(folded)) this.#exact.set(folded, runbook);
      }
    }
    this.#patterns = patterns.sort((a, b) => b.weight - a.weight);
  }

  find(folded: string): Runbook | undefined {
    return this.#exact.get(folded) ?? this.#patterns.find(({ matches }) => matches.test(folded))?.runbook;
  }
}

function patternOf(name: string, runbook: Runbook): Pattern {
  const parts = name.split('*');
  const source = parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('[^]*?');
  return { matches: new RegExp(`^${source}$`), runbook, weight: parts.join('').length };
}

/** Longest type or name that is looked at, in UTF-16 units: a pattern with several "*" must not cost much on a hostile one. */
const longest = 300;

/** Alerts of the sample generator have the type of what they simulate, with a prefix. */
function foldType(alertType: string): string {
  return alertType
    .slice(0, longest)
    .toLowerCase()
    .replace(/^simulated_/, '');
}

/** "(Preview)" and "[seen multiple times]" say how sure the service is, not what happened. */
function foldName(displayName: string): string {
  const words = displayName.slice(0, longest).toLowerCase();
  return words
    .replaceAll(/\[seen multiple times\]|\(preview\)|^preview\s*[-–]\s*|^\[sample alert\]\s*/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
