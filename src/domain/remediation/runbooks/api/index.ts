import type { Runbook } from '../runbook.ts';

export const apiRunbooks: readonly Runbook[] = [];
