import type { Runbook } from '../runbook.ts';

export const sqlServersRunbooks: readonly Runbook[] = [];
