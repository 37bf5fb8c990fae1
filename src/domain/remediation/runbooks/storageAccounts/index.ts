import type { Runbook } from '../runbook.ts';
import { suspiciousAccess } from './suspiciousAccess.ts';

export const storageAccountsRunbooks: readonly Runbook[] = [suspiciousAccess];
