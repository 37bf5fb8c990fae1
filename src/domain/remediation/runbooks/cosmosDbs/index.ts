import type { Runbook } from '../runbook.ts';

export const cosmosDbsRunbooks: readonly Runbook[] = [];
