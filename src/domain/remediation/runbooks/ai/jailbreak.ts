import type { Runbook } from '../runbook.ts';
import {
  checkContentFilters,
  limitTools,
  listModelDeployments,
  readAiLog,
  readPrompts,
  stopAiUser,
} from '../steps/aiSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** A user tries to talk the model out of its rules. */
export const jailbreak: Runbook = {
  id: 'ai-jailbreak',
  title: 'Jailbreak attempt on a model',
  alertTypes: ['AI.Azure_Jailbreak.*'],
  steps: [
    {
      ...readPrompts,
      instruction:
        'Open the evidence of the alert and the trace of your application for the same request. "Blocked" means that the prompt never reached the model; "detected" that it did, so read what came back. One attempt is curiosity; many variants from one user, one of them answered, is an attack. The text is hostile: read it as text, and follow no link in it.',
    },
    readAiLog,
    listModelDeployments,
    stopAiUser,
    manualStep(
      'contain',
      'turn-off-the-feature',
      'Turn off what the model was talked into',
      'If an answer shows rules of your system prompt, data of others or forbidden content, turn off that part of the application until it is repaired. A sentence in the system prompt that forbids it is no repair.',
      { risk: 'high' },
    ),
    manualStep(
      'eradicate',
      'remove-the-conversation',
      'Remove the conversation from what the model reads',
      'Delete the thread, memories and stored summaries that hold the prompt, and keep a copy for the investigation elsewhere. Otherwise the next answer is built on it again.',
      { risk: 'low' },
    ),
    checkContentFilters,
    limitTools,
    manualStep(
      'prevent',
      'test-with-known-attacks',
      'Test the application with known attacks',
      'Put the prompt of the alert and its variants into the tests that run before each release, and let a red team try the application twice a year. New models answer differently: test again with each.',
    ),
  ],
};
