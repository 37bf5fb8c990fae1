import type { RunbookStep } from '../runbook.ts';
import { manualStep } from './manualStep.ts';

/** Was it somebody who may? What to ask differs, so the question is a parameter: "Ask whether …." */
export function confirmWithOwner(question: string): RunbookStep {
  return manualStep(
    'triage',
    'confirm-with-owner',
    'Ask the owner of the resource',
    `${question} Use a channel that the attacker does not read: not a reply to a message that came from the account in question. Write the answer into the notes.`,
    { mandatory: true },
  );
}

const table = [
  '--query=[].[eventTimestamp,operationName.value,status.value,caller]',
  '--max-events=200',
  '--output=table',
] as const;

/** What was done to the resource through Azure Resource Manager. */
export const readActivityLog: RunbookStep = {
  ...manualStep(
    'triage',
    'read-activity-log',
    'Read what was changed on the resource',
    'Lists what was done to the resource in Azure since the day before. Look for callers that you do not know, and for changes of keys, roles, network rules and extensions.',
  ),
  command: {
    tool: 'az',
    args: ['monitor', 'activity-log', 'list', '--resource-id={resource}', '--start-time={dayBefore}', ...table],
  },
};

/** What an account did in the whole subscription. */
export const readCallerActivity: RunbookStep = {
  ...manualStep(
    'triage',
    'read-caller-activity',
    'Read what the account did in the subscription',
    'Lists what this account or application did in Azure since the day before. Role assignments, new credentials, exports of keys and new machines are what attackers do first.',
    { mandatory: true },
  ),
  command: {
    tool: 'az',
    args: ['monitor', 'activity-log', 'list', '--caller={user}', '--start-time={dayBefore}', ...table],
  },
};

/** What was done anywhere in the subscription, by whomever: one account is rarely the only one. */
export const readSubscriptionActivity: RunbookStep = {
  ...manualStep(
    'triage',
    'read-subscription-activity',
    'Read what else was done in the subscription',
    'Lists what was done in the whole subscription since the hour before. Look for the same operations under other names, and for writes to roles, locks, policies and diagnostic settings. The list ends after 200 events: a longer story needs the portal or a workspace.',
  ),
  command: { tool: 'az', args: ['monitor', 'activity-log', 'list', '--start-time={hourBefore}', ...table] },
};

/** Without logs of its own the resource tells nothing of what was read. */
export const listDiagnosticSettings: RunbookStep = {
  ...manualStep(
    'prevent',
    'list-diagnostic-settings',
    'See whether the resource keeps its logs',
    'Lists where the resource sends its logs. An empty list means that nobody can say what was read: send the audit or data plane logs to a workspace that the administrators of the resource cannot empty.',
  ),
  command: { tool: 'az', args: ['monitor', 'diagnostic-settings', 'list', '--resource={resource}'] },
};
