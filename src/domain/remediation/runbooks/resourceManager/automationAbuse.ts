import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readCallerActivity } from '../steps/commonSteps.ts';
import { disableUser, guardAdministrators, removeFootholds, revokeSessions } from '../steps/identitySteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';

/** Automation runs code with the rights of its own identity: a way to more rights, and a way to come back. */
export const automationAbuse: Runbook = {
  id: 'azure-automation-abuse',
  title: 'Attack toolkit uses an Automation account',
  alertTypes: [
    'ARM_PowerZure.StartRunbook',
    'ARM_PowerZure.AzureRunbookContent',
    'ARM_MicroBurst.RunCodeOnBehalf',
    'ARM_PowerZure.RunCodeOnBehalf',
    'ARM_NetSPI.MaintainPersistence',
  ],
  steps: [
    readCallerActivity,
    {
      id: 'list-automation-runbooks',
      phase: 'triage',
      title: 'List the Automation runbooks, and when they changed',
      instruction:
        'Lists every Automation runbook of the subscription with its times. One that was made or changed since the activity began, or has a name of random letters, is suspect. Toolkits delete theirs after the job: the jobs and their output stay for thirty days.',
      mandatory: false,
      risk: 'none',
      command: {
        tool: 'az',
        args: [
          ...['resource', 'list', '--resource-type=Microsoft.Automation/automationAccounts/runbooks'],
          ...['--query=[].[createdTime,changedTime,resourceGroup,name]', '--output=table'],
        ],
      },
    },
    confirmWithOwner(
      'Ask who looks after the Automation account, and which jobs are theirs. Ask your security team whether a test is under way.',
    ),
    revokeSessions,
    optional(disableUser),
    manualStep(
      'contain',
      'stop-automation',
      'Stop jobs, schedules and webhooks',
      'Stop running jobs, disable schedules, and delete webhooks that nobody knows: a webhook is an address that runs code without any sign-in, and outlives the account that made it. Keep a copy of runbooks and job output first.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'change-automation-secrets',
      'Change what the Automation account holds',
      'Change credentials, certificates and encrypted variables of the account, since a runbook can read them in clear. Read what its managed identity did since the activity began, and delete Run As accounts that are left from earlier years.',
      { mandatory: true, risk: 'high' },
    ),
    optional(removeFootholds),
    manualStep(
      'recover',
      'restore-runbooks',
      'Put back runbooks from their source',
      'Publish runbooks again from source control, not from what lies in the account. Look at hybrid workers as well: jobs that ran there ran on your own machines.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'narrow-automation-identity',
      'Narrow the identity of the Automation account',
      'Give its managed identity the few rights that the jobs need. Whoever may write a runbook has all rights of that identity, so Contributor on the account is as much as the largest role that it has.',
    ),
    guardAdministrators,
  ],
};
