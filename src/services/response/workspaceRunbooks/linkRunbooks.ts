import { runbookPhases, type Runbook, type RunbookStep } from '../../../domain/remediation/runbooks/runbook.ts';
import type { RunbookDraft } from './readRunbookFile.ts';
import type { RunbookProblem } from './runbookProblem.ts';
import { mostSteps } from './runbookSchema.ts';

export interface LinkedRunbooks {
  readonly runbooks: readonly Runbook[];
  /** By file; files without problems are not in it. */
  readonly problems: ReadonlyMap<string, readonly RunbookProblem[]>;
}

/**
 * Puts the steps of included runbooks in: first in each phase, and one's own step in place of an included one with the
 * same id. A runbook that includes itself over any number of others, or one that nobody has, is left out and said so; so
 * are those that include it, and nobody else.
 *
 * @param drafts by file.
 * @param productRunbook the product's runbook with an id.
 */
export function linkRunbooks(
  drafts: ReadonlyMap<string, RunbookDraft>,
  productRunbook: (id: string) => Runbook | undefined,
): LinkedRunbooks {
  const linker = new Linker(drafts, productRunbook);
  const runbooks: Runbook[] = [];
  const problems = new Map<string, readonly RunbookProblem[]>();
  for (const [file, draft] of drafts) {
    const linked = linker.link(file, draft);
    if (typeof linked !== 'string') runbooks.push(linked);
    else problems.set(file, [{ message: linked, range: draft.includeRange }]);
  }
  return { runbooks, problems };
}

/** A runbook with what it includes, or why it cannot be had. */
type Link = Runbook | string;

class Linker {
  readonly #byId = new Map<string, { readonly file: string; readonly draft: RunbookDraft }>();
  readonly #productRunbook: (id: string) => Runbook | undefined;
  readonly #done = new Map<string, Link>();
  readonly #open = new Set<string>();

  constructor(drafts: ReadonlyMap<string, RunbookDraft>, productRunbook: (id: string) => Runbook | undefined) {
    this.#productRunbook = productRunbook;
    for (const [file, draft] of drafts) {
      if (!this.#byId.has(draft.runbook.id)) this.#byId.set(draft.runbook.id, { file, draft });
    }
  }

  link(file: string, draft: RunbookDraft): Link {
    const known = this.#done.get(file);
    if (known !== undefined) return known;
    this.#open.add(file);
    const link = this.#linked(file, draft);
    this.#open.delete(file);
    this.#done.set(file, link);
    return link;
  }

  #linked(file: string, { runbook, include }: RunbookDraft): Link {
    if (this.#byId.get(runbook.id)?.file !== file) return `Another file has a runbook with the id "${runbook.id}"`;
    const included: RunbookStep[] = [];
    for (const id of include) {
      const other = this.#included(id, runbook.id);
      if (typeof other === 'string') return other;
      included.push(...other.steps);
    }
    const steps = merged(included, runbook.steps);
    if (steps.length > mostSteps)
      return `With what it includes it has ${steps.length} steps; ${mostSteps} are the most`;
    return { ...runbook, steps };
  }

  #included(id: string, by: string): Link {
    const own = this.#byId.get(id);
    // A runbook with the id of the product's one may include that one: it adds to it.
    if (own === undefined || id === by) return this.#productRunbook(id) ?? this.#nobody(id, by);
    if (this.#open.has(own.file)) return `It includes itself by way of "${id}"`;
    const link = this.link(own.file, own.draft);
    return typeof link === 'string' ? `"${id}", which it includes, cannot be had: ${link.slice(0, 200)}` : link;
  }

  #nobody(id: string, by: string): string {
    return id === by ? 'It includes itself' : `There is no runbook "${id}" to include`;
  }
}

function merged(included: readonly RunbookStep[], own: readonly RunbookStep[]): readonly RunbookStep[] {
  const byId = new Map(included.map((step) => [step.id, step]));
  for (const step of own) byId.set(step.id, step);
  const steps = [...byId.values()];
  return runbookPhases.flatMap((phase) => steps.filter((step) => step.phase === phase));
}
