import type { Runbook } from '../../runbook.ts';
import { collection } from './collection.ts';
import { credentialAccess } from './credentialAccess.ts';
import { defenseEvasion } from './defenseEvasion.ts';
import { execution } from './execution.ts';
import { impact } from './impact.ts';
import { initialAccess } from './initialAccess.ts';
import { lateralMovement } from './lateralMovement.ts';
import { runbooksOf } from './operationFamily.ts';
import { persistence } from './persistence.ts';
import { privilegeEscalation } from './privilegeEscalation.ts';

/** Unusual operations with a high risk, by tactic: each for accounts of people and for service principals. */
export const operationRunbooks: readonly Runbook[] = [
  collection,
  credentialAccess,
  defenseEvasion,
  execution,
  impact,
  initialAccess,
  lateralMovement,
  persistence,
  privilegeEscalation,
].flatMap(runbooksOf);
