import type { Runbook } from '../runbook.ts';
import { checkContentFilters, limitTools, listAiRoles, readPrompts, stopAiUser } from '../steps/aiSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** An agent acts: what it was talked into is done, and not only said. */
export const agentMisuse: Runbook = {
  id: 'ai-agent-misuse',
  title: 'Agent that was talked into something, or calls unusual tools',
  alertTypes: ['AI.Azure_Agentic_Jailbreak*', '*Agentic_*Jailbreak*', 'AI.Azure*_AnomalousToolInvocation*'],
  steps: [
    {
      ...readPrompts,
      instruction:
        'Open the run of the agent in the trace, step by step: the message, each tool that was called with its arguments, and what came back. If it was blocked there are no calls after it. A call that no message of the user asked for was asked for by something that the agent read.',
    },
    listAiRoles,
    confirmWithOwner('Ask whether a tool was added or the instructions were changed in the last days.'),
    {
      ...stopAiUser,
      instruction:
        'Block the user or key from which the message came, cancel the run, and delete the thread from what the agent reads. If the instruction came in a document, a mail or a web page, take that source away instead: the user is then a victim.',
    },
    manualStep(
      'contain',
      'take-the-tool-away',
      'Take the tool away from the agent',
      'Remove the tool or connection that was misused from the agent, or turn the agent off if it can do harm in several ways. Then disable the credential of that connection, since its arguments and answers may have carried it out.',
      { risk: 'high' },
    ),
    manualStep(
      'eradicate',
      'undo-what-the-agent-did',
      'Take back what the agent did',
      'Go through the tool calls of the run and look at each target: mails that were sent, records that were changed, files that were shared, code that was run. Take back what can be taken back, and tell those whom it concerns.',
      { mandatory: true, risk: 'medium' },
    ),
    checkContentFilters,
    limitTools,
    manualStep(
      'prevent',
      'ask-before-acting',
      'Let a person agree before the agent acts',
      'Ask the user for consent before each call that writes, sends, pays or deletes, with the arguments in plain sight. Give each tool a list of allowed targets, and limit how many calls a run may make.',
      { risk: 'medium' },
    ),
  ],
};
