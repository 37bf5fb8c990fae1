import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** The file or address that Microsoft publishes for testing: nothing is wrong, if somebody tested. */
export const testAlert: Runbook = {
  id: 'test-alert',
  title: 'Test alert of Defender for Cloud',
  alertTypes: ['*_EICAR', '*.EICAR'],
  steps: [
    confirmWithOwner(
      'Ask who tested whether alerts arrive, and when. Only somebody who can write to the resource, or reach it, sets this off.',
    ),
    manualStep(
      'triage',
      'compare-with-the-test',
      'Compare time and place with the test',
      'The alert fits if its resource and its minute are those of the test. Attackers, too, use the test file to see whether anybody reacts: then other alerts of the same resource stand close by.',
    ),
    readActivityLog,
    manualStep(
      'contain',
      'treat-as-real-if-nobody-tested',
      'Treat it as real if nobody tested',
      'If nobody says that they tested, somebody else wrote to the resource. Take away the access over which that happened, and go on with the other alerts of the resource as with an attack.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'recover',
      'remove-the-test-file',
      'Remove what the test left behind',
      'Delete the test file or process, so that the alert does not come again with the next scan.',
      { risk: 'low' },
    ),
    manualStep(
      'prevent',
      'announce-tests',
      'Announce tests before they are made',
      'Agree on a place where tests are announced with their time, their resource and their owner. Do not suppress this type of alert: it is how you know that alerts arrive at all.',
    ),
  ],
};
