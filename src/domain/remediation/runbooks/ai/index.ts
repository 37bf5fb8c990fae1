import type { Runbook } from '../runbook.ts';

export const aiRunbooks: readonly Runbook[] = [];
