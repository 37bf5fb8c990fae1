import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog, readCallerActivity } from '../steps/commonSteps.ts';
import { disableApplication, disableUser, revokeSessions } from '../steps/identitySteps.ts';
import { removeExtension } from '../steps/machineCare.ts';
import { listExtensions } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** Agents that collect, sent to somebody else's workspace. */
export const collectionExtensions: Runbook = {
  id: 'extension-data-collection',
  title: 'Unexpected agents for monitoring or data collection',
  alertTypes: ['VM_SuspiciousMultiExtensionUsage'],
  alertNames: ['Suspicious usage of multiple monitoring or data collection extensions*'],
  steps: [
    listExtensions,
    readActivityLog,
    readCallerActivity,
    manualStep(
      'triage',
      'see-where-data-goes',
      'See where the collected data goes',
      'Look at the settings of each extension for a workspace, storage account or event hub, and at the associations of data collection rules. A target outside your tenant means that logs, traffic or memory of the machines leave. Network Watcher and diagnostics record packets and crash dumps, which hold passwords.',
      { mandatory: true },
    ),
    confirmWithOwner(
      'Ask the team for monitoring whether it rolls out agents; a policy that installs them shows as the caller.',
    ),
    removeExtension,
    { ...disableUser, mandatory: false },
    { ...revokeSessions, mandatory: false },
    { ...disableApplication, mandatory: false },
    manualStep(
      'eradicate',
      'remove-collection-rules',
      'Remove rules and exports that were made with it',
      'Delete associations of data collection rules, diagnostic settings and packet captures that nobody ordered, on all resources of the subscription and not only on machines.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'recover',
      'change-what-was-recorded',
      'Change secrets that were recorded',
      'Passwords and tokens in captured traffic, dumps and logs are known to whoever owns the target. Change those that were in use on the machines meanwhile.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'install-agents-by-policy',
      'Install agents by policy only',
      'Let Azure Policy install agents with the workspace of your choice, refuse other extensions by the policy for approved ones, and let only that identity write extensions. Alert on new diagnostic settings.',
    ),
  ],
};
