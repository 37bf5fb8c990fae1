import type { Runbook } from '../runbook.ts';

export const resourceManagerRunbooks: readonly Runbook[] = [];
