import type { Runbook } from '../runbook.ts';
import { checkContentFilters, forbidAiKeys, limitTools, readPrompts, stopAiUser } from '../steps/aiSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';

/** Secrets stand in answers, so they stand in what the model reads. */
export const aiCredentialTheft: Runbook = {
  id: 'ai-credential-leak',
  title: 'Credentials in the answers of a model',
  alertTypes: ['AI.Azure*CredentialTheft*', 'AI.Azure*SensitiveData*', 'AI.Azure*Credential*'],
  steps: [
    {
      ...readPrompts,
      instruction:
        'Open the evidence: which secret stood in the answer, and to whom it went. Find where the model has it from: the system prompt, a document in the index, the answer of a tool, fine-tuning data, or the user who pasted it. Write down kind and owner of the secret, and never the secret itself.',
    },
    confirmWithOwner('Ask the owner of the secret whether it is real and still valid, and what it opens.'),
    manualStep(
      'contain',
      'change-the-secret',
      'Change the secret, now',
      'Make a new key, password or token at its source and end the old one, before you look any further: the answer has left the house. Then look in the logs of what it opens for uses since the first answer that held it.',
      { mandatory: true, risk: 'high' },
    ),
    optional(stopAiUser),
    manualStep(
      'eradicate',
      'remove-secrets-from-sources',
      'Remove secrets from what the model reads',
      'Scan the system prompt, the documents of the index and the training data for secrets with a scanner, remove them, and rebuild. A model that was fine-tuned with secrets cannot forget them: go back to the one before.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'delete-answers-with-secrets',
      'Delete answers and logs that hold the secret',
      'Conversations, caches and traces keep answers for a long time, and more people may read them than may read the source. Delete those that hold a secret once the investigation has what it needs.',
      { risk: 'low' },
    ),
    limitTools,
    forbidAiKeys,
    checkContentFilters,
    manualStep(
      'prevent',
      'search-with-rights-of-the-user',
      'Let the model find what the user may read',
      'Filter the index by the rights of the person who asks, so that the model never sees more than they do, and scan answers for secrets before they are shown.',
      { risk: 'medium' },
    ),
  ],
};
