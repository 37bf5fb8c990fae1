import type { StepStateWord } from '../../src/protocol/checklistModel.ts';
import type { PageModel } from '../../src/protocol/panelModel.ts';
import { progressText } from './format/progressText.ts';

export const savingFailed = 'The change could not be stored. The step is as it was.';

const words: Readonly<Record<StepStateWord, string>> = {
  done: 'Step done.',
  skipped: 'Step skipped.',
  toDo: 'Step is to do again.',
};

/** What a screen reader says after a step changed: the outcome and the new count. */
export function savedAnnouncement(model: PageModel | undefined, state: StepStateWord): string {
  const progress = model !== undefined && 'checklist' in model ? ` ${progressText(model.checklist)}.` : '';
  return words[state] + progress;
}
