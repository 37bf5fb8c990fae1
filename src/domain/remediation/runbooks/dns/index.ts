import type { Runbook } from '../runbook.ts';

export const dnsRunbooks: readonly Runbook[] = [];
