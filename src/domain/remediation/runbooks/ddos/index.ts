import type { Runbook } from '../runbook.ts';
import { ddosAttack } from './ddosAttack.ts';

export const ddosRunbooks: readonly Runbook[] = [ddosAttack];
