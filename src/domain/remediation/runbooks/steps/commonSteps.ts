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
