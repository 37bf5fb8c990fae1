import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';

/** What holds for every alert, where nothing more is known. */
export const anyAlert: Runbook = {
  id: 'any-alert',
  title: 'Alert without a runbook of its own',
  alertTypes: [],
  generalFor: [],
  steps: [
    readActivityLog,
    confirmWithOwner('Ask whether they know of this activity, and who does if they do not.'),
    {
      id: 'stop-the-activity',
      phase: 'contain',
      title: 'Stop what goes on',
      instruction:
        'Cut off the address, account, process or key that the alert names, as close to the resource as you can, and write down what you cut.',
      mandatory: true,
      risk: 'medium',
    },
    {
      id: 'remove-what-was-left',
      phase: 'eradicate',
      title: 'Remove what was left behind',
      instruction:
        'Look for new accounts, keys, role assignments, scheduled tasks and files since the activity began, and remove those that nobody accounts for.',
      mandatory: true,
      risk: 'medium',
    },
    {
      id: 'close-the-way-in',
      phase: 'prevent',
      title: 'Close the way in',
      instruction:
        'Find out what made the activity possible, and follow the recommendations of Defender for Cloud for the resource, beginning with those that concern it.',
      mandatory: true,
      risk: 'none',
    },
  ],
};
