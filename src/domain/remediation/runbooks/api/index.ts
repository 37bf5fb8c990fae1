import type { Runbook } from '../runbook.ts';
import { apiAlert } from './apiAlert.ts';
import { apiEnumeration } from './enumeration.ts';
import { payloadSpike } from './payloadSpike.ts';
import { suspiciousCaller } from './suspiciousCaller.ts';
import { trafficSpike } from './trafficSpike.ts';
import { unseenParameter } from './unseenParameter.ts';

export const apiRunbooks: readonly Runbook[] = [
  apiAlert,
  apiEnumeration,
  payloadSpike,
  suspiciousCaller,
  trafficSpike,
  unseenParameter,
];
