import type { Runbook } from '../../../domain/remediation/runbooks/runbook.ts';
import { linkRunbooks } from './linkRunbooks.ts';
import { readRunbookFile, type RunbookDraft } from './readRunbookFile.ts';
import type { RunbookProblem } from './runbookProblem.ts';

export interface WorkspaceRunbooks {
  readonly runbooks: readonly Runbook[];
  /** By file, for every file: one without problems has an empty list, so that what was shown for it goes away. */
  readonly problems: ReadonlyMap<string, readonly RunbookProblem[]>;
}

/**
 * All runbooks of a workspace. A bad file gives problems and no runbook, and never stops the others.
 *
 * @param texts what the files say, by file.
 */
export function readWorkspaceRunbooks(
  texts: ReadonlyMap<string, string>,
  productRunbook: (id: string) => Runbook | undefined,
): WorkspaceRunbooks {
  const drafts = new Map<string, RunbookDraft>();
  const problems = new Map<string, readonly RunbookProblem[]>();
  for (const [file, text] of texts) {
    const reading = readRunbookFile(text);
    problems.set(file, reading.kind === 'bad' ? reading.problems : []);
    if (reading.kind === 'read') drafts.set(file, reading.draft);
  }
  const linked = linkRunbooks(drafts, productRunbook);
  for (const [file, found] of linked.problems) problems.set(file, found);
  return { runbooks: linked.runbooks, problems };
}
