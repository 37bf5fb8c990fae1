import type { Runbook } from '../runbook.ts';
import { privilegedContainer } from './privilegedContainer.ts';

export const containersRunbooks: readonly Runbook[] = [privilegedContainer];
