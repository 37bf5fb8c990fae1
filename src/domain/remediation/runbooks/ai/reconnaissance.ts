import type { Runbook } from '../runbook.ts';
import { checkContentFilters, limitTools, readPrompts, stopAiUser } from '../steps/aiSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** Somebody finds out what the model is, what it may do and what it was told. */
export const aiReconnaissance: Runbook = {
  id: 'ai-reconnaissance',
  title: 'Exploring a model, or drawing out its instructions',
  alertTypes: ['AI.Azure*LLMReconnaissance', 'AI.Azure*InstructionLeak*'],
  steps: [
    {
      ...readPrompts,
      instruction:
        'Open the evidence and read the whole conversation: questions about instructions, tools, data sources and model version, and what was answered. Exploring comes before an attack, so look for further sessions of the same user, and for jailbreak alerts after this one.',
    },
    manualStep(
      'triage',
      'judge-what-was-given-away',
      'Judge what was given away',
      'List what the answers showed: names of tools and their parameters, addresses inside your network, names of indexes, rules, secrets. Instructions by themselves are no secret worth guarding; secrets and addresses in them are.',
      { mandatory: true },
    ),
    stopAiUser,
    manualStep(
      'eradicate',
      'take-secrets-out-of-instructions',
      'Take out of the instructions what nobody may know',
      'Change every key and password that stood in the instructions or in descriptions of tools, and keep them in a vault from now on. Take out inner addresses and names of people, and write the rest so that it may be read.',
      { mandatory: true, risk: 'medium' },
    ),
    limitTools,
    checkContentFilters,
    manualStep(
      'prevent',
      'enforce-rules-in-code',
      'Enforce rules in code rather than in instructions',
      'A rule that only the instructions hold falls with them. Check rights, limits and allowed targets where tools and data are called, and let an answer that repeats the instructions be withheld by the application.',
      { risk: 'medium' },
    ),
  ],
};
