import { listRoleAssignments } from '../../steps/identitySteps.ts';
import { mandatory, manualStep } from '../../steps/manualStep.ts';
import type { OperationFamily } from './operationFamily.ts';

/** A way to come back is made. */
export const persistence: OperationFamily = {
  id: 'persistence',
  purpose: 'stay in the subscription',
  tactics: ['Persistence'],
  question: 'Ask whether an automation, a user, an identity or a key was set up on purpose, and what it is for.',
  triage: [mandatory(listRoleAssignments)],
  contain: [
    manualStep(
      'contain',
      'stop-scheduled-work',
      'Stop what runs by itself',
      'Disable Automation schedules and webhooks, Logic Apps, functions and deployment scripts that appeared or changed since the activity began. They act with identities of their own and go on after the account is disabled.',
      { mandatory: true, risk: 'medium' },
    ),
  ],
  eradicate: [
    manualStep(
      'eradicate',
      'remove-hidden-identities',
      'Remove identities that were added',
      'Look for user-assigned identities with federated credentials that trust a repository you do not know, for secrets added to existing applications, and for delegations to another tenant (Azure Lighthouse). These are overlooked more often than new users.',
      { risk: 'medium' },
    ),
  ],
  recover: [],
  prevent: [
    manualStep(
      'prevent',
      'watch-new-identities',
      'Raise an alert when an identity is made',
      'Alert on new role assignments, delegations and federated credentials, and let Azure Policy restrict which issuers a federated credential may trust.',
    ),
  ],
};
