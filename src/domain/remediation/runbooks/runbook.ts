import type { CommandTemplate } from '../commands/commandTemplate.ts';
import type { Verification } from './verification.ts';

/** In this order: find out, stop it, remove it, put things back, keep it from coming again. */
export const runbookPhases = ['triage', 'contain', 'eradicate', 'recover', 'prevent'] as const;

export type RunbookPhase = (typeof runbookPhases)[number];

/** none: reads only. A step with any other risk asks before it runs. */
export const stepRisks = ['none', 'low', 'medium', 'high'] as const;

export type StepRisk = (typeof stepRisks)[number];

/** Plans of Defender for Cloud, and the parts of its documentation that list alerts, as the catalogue of alerts calls them. */
export const alertPlans = [
  'AI',
  'Api',
  'AppServices',
  'Containers',
  'CosmosDbs',
  'DDoS',
  'DNS',
  'KeyVaults',
  'LinuxMachines',
  'NetworkLayer',
  'OpenSourceRelationalDatabases',
  'ResourceManager',
  'SqlServers',
  'StorageAccounts',
  'VMExtensions',
  'WindowsMachines',
] as const;

export type AlertPlan = (typeof alertPlans)[number];

export interface RunbookStep {
  /** kebab-case, unique within its runbook, and never changed: journals and progress refer to it. */
  readonly id: string;
  readonly phase: RunbookPhase;
  /** An imperative, without a full stop. */
  readonly title: string;
  /** Plain sentences: what to do, what to look for, and what the answer means. */
  readonly instruction: string;
  /** Has to be done, or explained, before the alert is closed. */
  readonly mandatory: boolean;
  readonly risk: StepRisk;
  readonly command?: CommandTemplate;
  /** What holds on the resource once the step is done. */
  readonly verify?: Verification;
  /** Takes back what `command` did. */
  readonly undo?: CommandTemplate;
  /** Shows what `command` would meet, and changes nothing. */
  readonly whatIf?: CommandTemplate;
}

/** What to do about the alerts of one family, by phase. */
export interface Runbook {
  /** kebab-case, unique, and never changed. */
  readonly id: string;
  readonly title: string;
  /** Alert types, exact or with "*" for any characters; without the prefix "SIMULATED_". Compared without regard to case. */
  readonly alertTypes: readonly string[];
  /** Display names, likewise, for alerts whose type is not published. */
  readonly alertNames?: readonly string[];
  /** Plans of which this is the general runbook: it answers for their alerts that no other one names. */
  readonly generalFor?: readonly AlertPlan[];
  readonly steps: readonly RunbookStep[];
}
