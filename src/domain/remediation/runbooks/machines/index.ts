import type { Runbook } from '../runbook.ts';

export const machinesRunbooks: readonly Runbook[] = [];
