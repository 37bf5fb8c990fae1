import type { Runbook } from '../runbook.ts';

export const ddosRunbooks: readonly Runbook[] = [];
