import type { Runbook } from '../runbook.ts';
import { checkContentFilters, limitTools, readPrompts, stopAiUser } from '../steps/aiSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';

/** Instructions that people do not see and the model does. */
export const promptInjection: Runbook = {
  id: 'ai-hidden-instructions',
  title: 'Hidden instructions to a model',
  alertTypes: ['AI.Azure*ASCIISmuggling*', 'AI.Azure*Indirect*', 'AI.Azure*PromptInjection*'],
  steps: [
    {
      ...readPrompts,
      instruction:
        'Open the evidence and look at the text with its invisible characters shown: tags from U+E0000 on, zero-width signs and changes of direction carry the instruction. Decode it in an editor and put it into no model. Then read whether the answer, or a tool call after it, followed it.',
    },
    manualStep(
      'triage',
      'find-the-carrier',
      'Find the document that carried it',
      'Seldom does a user type such characters. Look which mail, file, web page or database row was part of the prompt, who put it there, and who else has asked about it since: each of those answers is suspect.',
      { mandatory: true },
    ),
    optional(confirmWithOwner('Ask the user whether they wrote the text or pasted it, and from where.')),
    manualStep(
      'contain',
      'take-the-carrier-away',
      'Take the document out of reach of the model',
      'Remove it from the index, the mailbox or the store from which the application reads, and keep a copy for the investigation. Rebuild the part of the index that held it: what was split into pieces is still found otherwise.',
      { mandatory: true, risk: 'medium' },
    ),
    optional(stopAiUser),
    manualStep(
      'eradicate',
      'undo-what-followed',
      'Take back what followed from it',
      'Hidden instructions mostly aim at carrying data out: in a link, in an image address, in a mail. Look in answers for addresses with long parameters, and whether a client fetched them. Whatever stood in the conversation then counts as known to somebody else.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'remove-invisible-characters',
      'Remove invisible characters before the model',
      'Drop tag characters, zero-width signs and bidirectional controls from everything that goes into a prompt, and from what comes out. Few languages need some of them: keep those, and nothing of the tag block.',
      { mandatory: true, risk: 'medium' },
    ),
    checkContentFilters,
    limitTools,
  ],
};
