import type { Runbook, RunbookStep } from '../../runbook.ts';
import { confirmWithOwner, readCallerActivity } from '../../steps/commonSteps.ts';
import {
  disableApplication,
  disableUser,
  guardAdministrators,
  guardApplications,
  listAccountRoles,
  listApplicationCredentials,
  listApplicationRoles,
  readApplicationActivity,
  removeFootholds,
  revokeSessions,
} from '../../steps/identitySteps.ts';
import { optional } from '../../steps/manualStep.ts';

/** What an unusual operation was for. The tactic decides what was touched; who did it decides whom to stop. */
export interface OperationFamily {
  /** kebab-case, a part of the ids of its two runbooks. */
  readonly id: string;
  /** "Unusual operation to …", without a full stop. */
  readonly purpose: string;
  /** Tactics as alert types spell them. */
  readonly tactics: readonly string[];
  /** What may explain it: a whole sentence that begins with "Ask". */
  readonly question: string;
  readonly triage: readonly RunbookStep[];
  readonly contain: readonly RunbookStep[];
  readonly eradicate: readonly RunbookStep[];
  readonly recover: readonly RunbookStep[];
  readonly prevent: readonly RunbookStep[];
}

/** Azure tells the two apart by the type of the alert: one by a person's account, one by a service principal. */
export function runbooksOf(family: OperationFamily): readonly Runbook[] {
  return [byAccount(family), byServicePrincipal(family)];
}

function byAccount(family: OperationFamily): Runbook {
  return {
    id: `azure-${family.id}-by-account`,
    title: `Unusual operation to ${family.purpose}`,
    alertTypes: family.tactics.map((tactic) => `ARM_AnomalousOperation.${tactic}`),
    steps: [
      optional(readCallerActivity),
      ...family.triage,
      listAccountRoles,
      confirmWithOwner(family.question),
      revokeSessions,
      optional(disableUser),
      ...family.contain,
      ...family.eradicate,
      removeFootholds,
      ...family.recover,
      ...family.prevent,
      guardAdministrators,
    ],
  };
}

function byServicePrincipal(family: OperationFamily): Runbook {
  return {
    id: `azure-${family.id}-by-application`,
    title: `Unusual operation of an application to ${family.purpose}`,
    alertTypes: family.tactics.map((tactic) => `ARM_AnomalousServiceOperation.${tactic}`),
    steps: [
      readApplicationActivity,
      ...family.triage,
      listApplicationRoles,
      confirmWithOwner(
        `${family.question} A changed pipeline looks like a thief with its secret: ask for the run that did it.`,
      ),
      disableApplication,
      ...family.contain,
      listApplicationCredentials,
      ...family.eradicate,
      ...family.recover,
      ...family.prevent,
      guardApplications,
    ],
  };
}
