import { manualStep } from '../../steps/manualStep.ts';
import type { OperationFamily } from './operationFamily.ts';
import type { RunbookStep } from '../../runbook.ts';

const listSubscriptionDiagnostics: RunbookStep = {
  id: 'list-subscription-diagnostics',
  phase: 'triage',
  title: 'See whether the activity log is still kept',
  instruction:
    'Lists where the activity log of the subscription is sent. An empty list, or one without your workspace, means that only the ninety days in Azure itself are left: export what you need now.',
  mandatory: true,
  risk: 'none',
  command: { tool: 'az', args: ['monitor', 'diagnostic-settings', 'subscription', 'list'] },
};

const listLocks: RunbookStep = {
  id: 'list-locks',
  phase: 'triage',
  title: 'See which locks are left',
  instruction:
    'Lists the locks of the subscription. Compare with what there should be: locks are removed just before something is deleted, so a missing one says what comes next.',
  mandatory: false,
  risk: 'none',
  command: { tool: 'az', args: ['lock', 'list', '--query=[].[name,level,id]', '--output=table'] },
};

/** Eyes are put out: diagnostics, plans of Defender, locks, policies, network logs. */
export const defenseEvasion: OperationFamily = {
  id: 'defense-evasion',
  purpose: 'switch off protection',
  tactics: ['DefenseEvasion'],
  question: 'Ask whether somebody changed logging, locks, policies or alerts on purpose, and under which ticket.',
  triage: [listSubscriptionDiagnostics, listLocks],
  contain: [
    manualStep(
      'contain',
      'turn-protection-on-again',
      'Turn on again what was switched off',
      'Put back diagnostic settings, plans of Defender for Cloud, policies, locks and suppressed alerts before you go on, so that you see what happens next. Look at suppression rules as well: one rule hides every alert of a kind.',
      { mandatory: true, risk: 'low' },
    ),
  ],
  eradicate: [],
  recover: [
    manualStep(
      'recover',
      'fill-the-gap',
      'Find out what happened unseen',
      'For the time between switching off and on, collect what others kept: sign-in logs of Entra ID, logs on machines, flow logs, bills. Whoever switched off the light did something in the dark.',
    ),
  ],
  prevent: [
    manualStep(
      'prevent',
      'keep-logs-out-of-reach',
      'Keep logs where their subjects cannot reach',
      'Send activity and resource logs to a workspace in another subscription, deploy the settings by policy with remediation, and raise an alert when one of them is deleted.',
    ),
  ],
};
