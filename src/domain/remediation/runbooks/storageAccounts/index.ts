import type { Runbook } from '../runbook.ts';
import { accountSas } from './accountSas.ts';
import { anonymousAccess } from './anonymousAccess.ts';
import { containerScan } from './containerScan.ts';
import { dataExtraction } from './dataExtraction.ts';
import { exploration } from './exploration.ts';
import { leakedAccountKey } from './leakedAccountKey.ts';
import { malwareDownload } from './malwareDownload.ts';
import { malwareUpload } from './malwareUpload.ts';
import { massDeletion } from './massDeletion.ts';
import { phishingContent } from './phishingContent.ts';
import { storageAlert } from './storageAlert.ts';
import { suspiciousAccess } from './suspiciousAccess.ts';

export const storageAccountsRunbooks: readonly Runbook[] = [
  accountSas,
  anonymousAccess,
  containerScan,
  dataExtraction,
  exploration,
  leakedAccountKey,
  malwareDownload,
  malwareUpload,
  massDeletion,
  phishingContent,
  storageAlert,
  suspiciousAccess,
];
