import type { Runbook } from '../runbook.ts';

export const openSourceDatabasesRunbooks: readonly Runbook[] = [];
