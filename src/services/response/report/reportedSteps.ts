import type { ChecklistModel, StepBlockModel, StepModel } from '../../../protocol/checklistModel.ts';
import { describeEntry } from '../journal/describeEntry.ts';
import type { JournalEntry } from '../journal/journalEntry.ts';

/** A step with what became of it, who did that and when. */
export interface ReportedStep {
  /** `service`: sent with the alert; `runbook`: this product's or the team's own. */
  readonly source: 'service' | 'runbook';
  /** The alert that asks for it, or the runbook that it is of. */
  readonly of: string;
  readonly text: string;
  readonly state: string;
  readonly reason?: string;
  readonly by?: string;
  /** ISO 8601. */
  readonly at?: string;
  readonly exitCode?: number;
  /** What was found on the resource last. */
  readonly verification?: string;
}

const stateWords = { toDo: 'to do', done: 'done', skipped: 'skipped' } as const;

/** The service's steps as the checklist has them, and those steps of runbooks about which something was written down. */
export function reportedSteps({ groups }: ChecklistModel, entries: readonly JournalEntry[]): readonly ReportedStep[] {
  const ofService = groups.flatMap(({ steps, title }) => steps.flatMap((step) => serviceSteps(step, title)));
  return [...ofService, ...runbookSteps(entries)];
}

function serviceSteps(step: StepModel, of: string): readonly ReportedStep[] {
  const { at, by, children, reason, state } = step;
  const own: ReportedStep = {
    source: 'service',
    of,
    text: step.blocks.map(blockText).join(' ').replaceAll(/\s+/g, ' ').trim(),
    state: stateWords[state],
    ...(reason === undefined ? {} : { reason }),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at: new Date(at).toISOString() }),
  };
  return [own, ...children.flatMap((child) => serviceSteps(child, of))];
}

function blockText(block: StepBlockModel): string {
  switch (block.kind) {
    case 'command':
      return block.text;
    case 'link':
      return block.link.label;
    case 'text':
      return block.fragments
        .map((fragment) => {
          if (fragment.kind === 'link') return fragment.link.label;
          return fragment.kind === 'placeholder' ? `%{${fragment.name}}` : fragment.text;
        })
        .join('');
  }
}

function runbookSteps(entries: readonly JournalEntry[]): readonly ReportedStep[] {
  const steps = new Map<string, ReportedStep>();
  for (const entry of entries) {
    const { runbook } = entry;
    if (runbook === undefined || runbook.id === 'checklist') continue;
    const id = `${runbook.id}\n${runbook.step}\n${entry.alertKey ?? ''}`;
    const known = steps.get(id) ?? {
      source: 'runbook',
      of: runbook.id,
      text: runbook.title ?? runbook.step,
      state: 'to do',
    };
    steps.set(id, stepAfter(known, entry));
  }
  return [...steps.values()];
}

function stepAfter(step: ReportedStep, entry: JournalEntry): ReportedStep {
  const done = { by: entry.by, at: new Date(entry.at).toISOString() };
  switch (entry.kind) {
    case 'stepState':
      return {
        ...step,
        state: stateWords[entry.state],
        ...(entry.reason === undefined ? {} : { reason: entry.reason }),
        ...done,
      };
    case 'commandEnded': {
      const { exitCode: _before, ...rest } = step;
      const state = entry.cancelled ? 'cancelled' : entry.exitCode === 0 ? 'run' : 'failed';
      return { ...rest, state, ...(entry.exitCode === undefined ? {} : { exitCode: entry.exitCode }), ...done };
    }
    case 'verification': {
      const { outcome } = describeEntry(entry, { alertTitle: () => undefined }, []);
      const state = { holds: 'verified', differs: 'verification fails', unknown: step.state }[entry.outcome];
      return { ...step, state, verification: outcome?.text ?? '' };
    }
    default:
      return step;
  }
}
