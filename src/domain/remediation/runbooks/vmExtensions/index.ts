import type { Runbook } from '../runbook.ts';

export const vmExtensionsRunbooks: readonly Runbook[] = [];
