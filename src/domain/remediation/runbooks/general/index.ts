import type { Runbook } from '../runbook.ts';
import { anyAlert } from './anyAlert.ts';

export const generalRunbooks: readonly Runbook[] = [anyAlert];
