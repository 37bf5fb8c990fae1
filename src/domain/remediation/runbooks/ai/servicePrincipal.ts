import type { Runbook } from '../runbook.ts';
import { forbidAiKeys, listAiAccess, listModelDeployments, regenerateAiKey } from '../steps/aiSteps.ts';
import { confirmWithOwner, readActivityLog, readCallerActivity } from '../steps/commonSteps.ts';
import { disableApplication, listAccountRoles } from '../steps/identitySteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';

/** An application manages AI resources as it never did. */
export const aiServicePrincipal: Runbook = {
  id: 'ai-suspicious-management',
  title: 'Unusual management of AI resources by an application',
  alertTypes: ['AI.Azure*AnomalousOperation*'],
  steps: [
    readCallerActivity,
    readActivityLog,
    optional(listAccountRoles),
    listAiAccess,
    listModelDeployments,
    confirmWithOwner('Ask the owners of the application whether a pipeline was changed, and from where it runs.'),
    disableApplication,
    manualStep(
      'eradicate',
      'remove-credentials-of-the-application',
      'Remove credentials that nobody accounts for',
      'Look at secrets, certificates and federated credentials of the application and remove those that are unknown or as young as the alert, and make new ones of the rest. Look who owns the application: an owner can add credentials at any time.',
      { mandatory: true, risk: 'high' },
    ),
    manualStep(
      'eradicate',
      'undo-changes-to-ai-resources',
      'Take back what was changed',
      'Delete accounts, deployments and role assignments that the application made, and put back network rules and content filters. New deployments of expensive models in distant regions are there to be resold.',
      { risk: 'high' },
    ),
    optional(regenerateAiKey('key1')),
    optional(regenerateAiKey('key2')),
    manualStep(
      'prevent',
      'limit-the-application',
      'Give the application less, and no secret',
      'Use federated credentials or a managed identity in place of secrets, a role on single resources, and conditional access for workload identities with the addresses from which it runs.',
      { risk: 'medium' },
    ),
    forbidAiKeys,
  ],
};
