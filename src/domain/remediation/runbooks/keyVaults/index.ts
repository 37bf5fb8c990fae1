import type { Runbook } from '../runbook.ts';

export const keyVaultsRunbooks: readonly Runbook[] = [];
