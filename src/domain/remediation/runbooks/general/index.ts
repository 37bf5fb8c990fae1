import type { Runbook } from '../runbook.ts';
import { anyAlert } from './anyAlert.ts';
import { testAlert } from './testAlert.ts';

export const generalRunbooks: readonly Runbook[] = [anyAlert, testAlert];
