import type { Runbook } from '../runbook.ts';
import { bruteForceOn } from './bruteForceOn.ts';
import { mysql, postgres } from './engine.ts';
import { harmfulApplicationOn } from './harmfulApplicationOn.ts';
import { openSourceDatabaseAlert } from './openSourceDatabaseAlert.ts';
import { suspiciousAddressOn } from './suspiciousAddressOn.ts';
import { unusualSignInOn } from './unusualSignInOn.ts';

export const openSourceDatabasesRunbooks: readonly Runbook[] = [
  openSourceDatabaseAlert,
  ...[postgres, mysql].flatMap((engine) => [
    bruteForceOn(engine),
    harmfulApplicationOn(engine),
    suspiciousAddressOn(engine),
    unusualSignInOn(engine),
  ]),
];
