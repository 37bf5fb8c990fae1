import type { Runbook } from '../runbook.ts';
import { bruteForce } from './bruteForce.ts';

export const networkLayerRunbooks: readonly Runbook[] = [bruteForce];
