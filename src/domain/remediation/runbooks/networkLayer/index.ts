import type { Runbook } from '../runbook.ts';
import { anyNetworkAlert } from './anyNetworkAlert.ts';
import { bruteForce } from './bruteForce.ts';
import { maliciousTraffic } from './maliciousTraffic.ts';
import { outgoingBruteForce } from './outgoingBruteForce.ts';
import { outgoingDenialOfService } from './outgoingDenialOfService.ts';

export const networkLayerRunbooks: readonly Runbook[] = [
  anyNetworkAlert,
  bruteForce,
  maliciousTraffic,
  outgoingBruteForce,
  outgoingDenialOfService,
];
