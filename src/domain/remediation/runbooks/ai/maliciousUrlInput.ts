import type { Runbook } from '../runbook.ts';
import { checkContentFilters, readPrompts, stopAiUser } from '../steps/aiSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** Somebody uses your application to bring a link to others, or was given one. */
export const phishingPrompt: Runbook = {
  id: 'ai-phishing-link-in-prompt',
  title: 'Phishing link in what users give to a model',
  alertTypes: ['AI.Azure*MaliciousUrl.UserPrompt', 'AI.Azure*MaliciousUrl.UnknownSource'],
  steps: [
    {
      ...readPrompts,
      instruction:
        'Open the evidence and the trace of your application: who sent the link, in which conversation, and who else sees it. A person who asks "is this mail genuine?" does the right thing; a link that the application stores, sends or shows to others is the attack. Do not open it: look it up in threat intelligence or a sandbox.',
    },
    confirmWithOwner('Ask the user how they came by the link, and whether they opened it or typed a password there.'),
    stopAiUser,
    manualStep(
      'contain',
      'block-the-link',
      'Block the link for your people',
      'Add the address to the block list of the mail filter, of Defender for Endpoint and of the proxy, and search mails and proxy logs for others who have met it.',
      { risk: 'low' },
    ),
    manualStep(
      'eradicate',
      'remove-the-link-from-stores',
      'Remove the link from what the application keeps',
      'Delete it from threads, memories, summaries, tickets and indexed documents. A link that stays in a store comes out again in the answer to somebody else.',
      { mandatory: true, risk: 'low' },
    ),
    manualStep(
      'recover',
      'help-those-who-clicked',
      'Help those who opened it',
      'New password, all sessions ended, methods of multi-factor authentication checked, and the device scanned, for each person who opened the link. Look for sign-ins of theirs from new places since.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'check-links-on-the-way-in',
      'Check links on the way in and on the way out',
      'Let the application look up the reputation of links before they are stored or shown, show them as text with their whole address, and fetch nothing from them on its own.',
      { risk: 'low' },
    ),
    checkContentFilters,
  ],
};
