import type { Runbook } from '../runbook.ts';
import {
  closeAiAccount,
  forbidAiKeys,
  listAiAccess,
  listModelDeployments,
  readAiLog,
  readTokenUse,
  regenerateAiKey,
} from '../steps/aiSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';

/** Somebody calls the models from where, or with what, nobody should. */
export const suspiciousAiAccess: Runbook = {
  id: 'ai-suspicious-access',
  title: 'Suspicious access to an AI resource',
  alertTypes: [
    'AI.Azure*AccessFromSuspiciousIP',
    'AI.Azure*AccessFromAnonymizedIP',
    'AI.Azure*AccessFromSuspiciousUserAgent',
    'AI.Azure*AccessAnomaly',
  ],
  steps: [
    mandatory(readAiLog),
    manualStep(
      'triage',
      'tell-account-from-application',
      'Find out whether they reached the account or your application',
      'If the address in the alert is the caller of the account itself, a key or a token has left your hands. If your application passes on the address of its user, the alert is about that user, and the keys are safe: then block the user in the application.',
      { mandatory: true },
    ),
    listAiAccess,
    listModelDeployments,
    readTokenUse,
    confirmWithOwner('Ask whether a developer, a test or a partner calls from there, with a VPN or a new tool.'),
    mandatory(closeAiAccount),
    optional(regenerateAiKey('key1')),
    optional(regenerateAiKey('key2')),
    manualStep(
      'eradicate',
      'find-where-the-key-leaked',
      'Find out where the key leaked',
      'Search repositories with their history, notebooks, images, settings of apps and code in browsers or phones, where no key may ever be. A new key in the same place leaks the same way.',
      { risk: 'low' },
    ),
    forbidAiKeys,
    manualStep(
      'prevent',
      'call-over-private-endpoints',
      'Call the models over a private endpoint',
      'Give applications managed identities with the role Cognitive Services OpenAI User, a private endpoint, and send the id of the user with each request, so that the next alert names a person.',
      { risk: 'medium' },
    ),
  ],
};
