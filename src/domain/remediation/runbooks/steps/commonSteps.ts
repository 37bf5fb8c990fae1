import type { RunbookStep } from '../runbook.ts';

/** Was it somebody who may? What to ask differs, so the question is a parameter. */
export function confirmWithOwner(question: string): RunbookStep {
  return {
    id: 'confirm-with-owner',
    phase: 'triage',
    title: 'Ask the owner of the resource',
    instruction: `${question} Use a channel that the attacker does not read: not a reply to a message that came from the account in question. Write the answer into the notes.`,
    mandatory: true,
    risk: 'none',
  };
}

/** What was done to the resource through Azure Resource Manager. */
export const readActivityLog: RunbookStep = {
  id: 'read-activity-log',
  phase: 'triage',
  title: 'Read what was changed on the resource',
  instruction:
    'Lists what was done to the resource in Azure since the day before. Look for callers and addresses that you do not know, and for changes of keys, roles, network rules and extensions.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...[
        'monitor',
        'activity-log',
        'list',
        '--resource-id={resource}',
        '--start-time={dayBefore}',
        '--max-events=200',
      ],
      ...['--query=[].[eventTimestamp,operationName.value,status.value,caller]', '--output=table'],
    ],
  },
};
