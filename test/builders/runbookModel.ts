import type { Alert } from '../../src/domain/alert.ts';
import { bruteForce } from '../../src/domain/remediation/runbooks/networkLayer/bruteForce.ts';
import type { RunbookModel } from '../../src/protocol/runbookModel.ts';
import { stepsOfAlert } from '../../src/services/response/steps/alertSteps.ts';
import { buildRunbookModel } from '../../src/services/response/steps/buildRunbookModel.ts';
import type { StepHistory } from '../../src/services/response/steps/stepStanding.ts';
import { hour, noon } from './alert.ts';

const by = 'ada';
const at = noon + hour;

/** How steps stand of which something is known; all others are untouched. */
const histories: Readonly<Record<string, StepHistory>> = {
  'tell-success-from-failure': { standing: { kind: 'byHand', at, by } },
  'read-activity-log': {
    standing: { kind: 'ran', at, by, end: { kind: 'exited', exitCode: 1 } },
    output: "ERROR: Please run 'az login' to setup account.\n",
  },
  'confirm-with-owner': { standing: { kind: 'skipped', at, by, reason: 'The owner raised the alarm.' } },
  'deny-attacker-address': { standing: { kind: 'verified', at }, output: '{ "access": "Deny" }\n' },
  'change-guessed-passwords': { standing: { kind: 'toDo' } },
};

/** The runbook for guessed passwords, half worked through: something was done, failed, skipped and verified. */
export function aRunbookModel(alert: Alert): RunbookModel {
  const resolve = () => ({ runbook: bruteForce, specific: true, source: 'product' as const });
  return buildRunbookModel(stepsOfAlert(alert, resolve, {}), {
    historyOf: ({ first }) => histories[first.step.id] ?? { standing: { kind: 'toDo' } },
    trusted: true,
    simulated: true,
  });
}
