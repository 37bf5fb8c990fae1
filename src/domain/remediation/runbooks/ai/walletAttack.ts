import type { Runbook } from '../runbook.ts';
import {
  closeAiAccount,
  forbidAiKeys,
  listModelDeployments,
  readAiLog,
  readTokenUse,
  regenerateAiKey,
  stopAiUser,
} from '../steps/aiSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';

/** Requests whose purpose is your bill, or somebody else's free use of your models. */
export const walletAttack: Runbook = {
  id: 'ai-wallet-attack',
  title: 'Requests that run up the bill of a model',
  alertTypes: ['AI.Azure*DOW*'],
  steps: [
    mandatory(readTokenUse),
    readAiLog,
    listModelDeployments,
    manualStep(
      'triage',
      'tell-users-from-thieves',
      'Find out who asks, and what for',
      'The same prompt again and again is a loop in a program or somebody who wants to cost you money. Many different long prompts that have nothing to do with your application are resold access with a stolen key. Both look the same in the number of tokens, and differ in the trace.',
    ),
    confirmWithOwner('Ask whether a batch, a test of load or a new release with retries began at that hour.'),
    stopAiUser,
    manualStep(
      'contain',
      'lower-the-capacity',
      'Lower the capacity of the deployment',
      'Set the tokens per minute of the deployment to what your application needs at its busiest. The bill stops rising at once, honest users wait longer, and you win the time to find the cause.',
      { mandatory: true, risk: 'medium' },
    ),
    closeAiAccount,
    optional(regenerateAiKey('key1')),
    optional(regenerateAiKey('key2')),
    manualStep(
      'recover',
      'count-the-cost',
      'Count what it cost',
      'Take cost per day of the account from Cost Management, and compare with the month before. Where access was stolen, open a case with Microsoft support about the charges soon, with the log as evidence.',
    ),
    manualStep(
      'prevent',
      'limit-tokens-per-caller',
      'Limit tokens for each caller',
      'Put API Management in front with a limit of tokens for each user or key, ask people to sign in before they may use the model, and set the longest answer in each request. A budget with an alert at 80 percent is the net below.',
      { risk: 'medium' },
    ),
    forbidAiKeys,
  ],
};
