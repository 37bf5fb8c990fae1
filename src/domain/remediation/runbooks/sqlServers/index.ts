import type { Runbook } from '../runbook.ts';
import { sqlAlert } from './sqlAlert.ts';
import { sqlBruteForce } from './sqlBruteForce.ts';
import { sqlHarmfulApplication } from './sqlHarmfulApplication.ts';
import { sqlInjection } from './sqlInjection.ts';
import { sqlInjectionFlaw } from './sqlInjectionFlaw.ts';
import { sqlOnMachineAttack } from './sqlOnMachineAttack.ts';
import { sqlOnMachineSignIn } from './sqlOnMachineSignIn.ts';
import { sqlShell } from './sqlShell.ts';
import { sqlSuspiciousAddress } from './sqlSuspiciousAddress.ts';
import { sqlUnusualSignIn } from './sqlUnusualSignIn.ts';

export const sqlServersRunbooks: readonly Runbook[] = [
  sqlAlert,
  sqlBruteForce,
  sqlHarmfulApplication,
  sqlInjection,
  sqlInjectionFlaw,
  sqlOnMachineAttack,
  sqlOnMachineSignIn,
  sqlShell,
  sqlSuspiciousAddress,
  sqlUnusualSignIn,
];
