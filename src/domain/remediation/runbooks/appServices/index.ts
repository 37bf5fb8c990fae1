import type { Runbook } from '../runbook.ts';

export const appServicesRunbooks: readonly Runbook[] = [];
