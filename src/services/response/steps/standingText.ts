import { assertNever } from '../../../domain/assertNever.ts';
import { displayLabel } from '../../../domain/displayText.ts';
import type { RunbookStepModel } from '../../../protocol/runbookModel.ts';
import { endText } from './runText.ts';
import type { StepStanding } from './stepStanding.ts';

type Shown = Pick<RunbookStepModel, 'standing' | 'standingText'> & Partial<Pick<RunbookStepModel, 'at' | 'by'>>;

/** How a step stands, for a panel. The moment stands after the text: "Verified on the resource", "14:02". */
export function standingText(standing: StepStanding): Shown {
  switch (standing.kind) {
    case 'toDo':
      return { standing: 'toDo', standingText: '' };
    case 'running':
      return { standing: 'running', standingText: 'Running since', at: standing.at };
    case 'unfinished':
      return shown('failed', 'Started, and how it ended is not known', standing);
    case 'ran': {
      const worked = standing.end.kind === 'exited' && standing.end.exitCode === 0;
      return shown(worked ? 'done' : 'failed', `Ran: ${endText(standing.end)}`, standing);
    }
    case 'verified':
      return shown('verified', 'Verified on the resource', standing);
    case 'differs':
      return shown('failed', `Not so on the resource: ${difference(standing)}`, standing);
    case 'regressed':
      return shown('failed', `Regressed, no longer so on the resource: ${difference(standing)}`, standing);
    case 'byHand':
      return shown('done', 'Done by hand', standing);
    case 'skipped':
      return shown(
        'skipped',
        standing.reason === undefined ? 'Skipped' : `Skipped: ${displayLabel(standing.reason)}`,
        standing,
      );
    case 'undone':
      return shown('undone', 'Undone', standing);
    default:
      return assertNever(standing);
  }
}

function shown(
  word: Shown['standing'],
  text: string,
  { at, by }: { readonly at: number; readonly by?: string },
): Shown {
  return { standing: word, standingText: text, at, ...(by === undefined ? {} : { by: displayLabel(by, 80) }) };
}

function difference({ expected, found }: { readonly expected: string; readonly found?: string }): string {
  return displayLabel(`${found ?? 'something else'} (expected: ${expected})`);
}
