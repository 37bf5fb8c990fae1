import type { Runbook } from '../runbook.ts';
import { limitTools, listModelDeployments, readAiLog, readPrompts } from '../steps/aiSteps.ts';
import { readActivityLog } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** Your own application sends people to a trap. */
export const phishingAnswer: Runbook = {
  id: 'ai-phishing-link-in-answer',
  title: 'Malicious link in the answer of a model or tool',
  alertTypes: ['AI.Azure*MaliciousUrl.ModelResponse', 'AI.Azure*MaliciousUrl.ToolOutput'],
  steps: [
    {
      ...readPrompts,
      instruction:
        'Open the evidence and find where the link came from: training data of your own, a document in the index, the answer of a tool, the conversation, or the model itself. Ask the same question again with each source taken away; the one without which the link is gone holds it. Do not open the link.',
    },
    readAiLog,
    listModelDeployments,
    readActivityLog,
    manualStep(
      'contain',
      'stop-the-source',
      'Take the source of the link away',
      'Remove the document from the index, the tool from the agent, or go back to the model from before the last fine-tuning. Until you know the source, turn off links in answers, or the feature.',
      { mandatory: true, risk: 'high' },
    ),
    manualStep(
      'contain',
      'block-the-link',
      'Block the link for your people',
      'Add the address to the block list of the mail filter, of Defender for Endpoint and of the proxy, and look in the logs for those who have opened it.',
      { risk: 'low' },
    ),
    manualStep(
      'eradicate',
      'find-how-the-source-was-poisoned',
      'Find out who put it there',
      'Look at the history of the source: who wrote the document, who changed the data set, which address the tool asked. Everything else of the same author or day is suspect. Rebuild index or model without it.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'recover',
      'warn-those-who-got-the-answer',
      'Warn those who got the answer',
      'Search the answers of the last weeks for the same domain and tell each user who got it what to do: change the password if they typed it, and have the device scanned if they downloaded something.',
      { risk: 'low' },
    ),
    limitTools,
    manualStep(
      'prevent',
      'allow-known-link-targets',
      'Let answers link to known places only',
      'Show links to domains of a list, and everything else as plain text. Take documents into the index only from stores where few may write, and keep versions of index and training data so that you can go back.',
      { risk: 'medium' },
    ),
  ],
};
