import type { Runbook } from '../runbook.ts';
import { cosmosAccess } from './cosmosAccess.ts';
import { cosmosAlert } from './cosmosAlert.ts';
import { cosmosDataExtraction } from './cosmosDataExtraction.ts';
import { cosmosInjection } from './cosmosInjection.ts';
import { cosmosKeys } from './cosmosKeys.ts';

export const cosmosDbsRunbooks: readonly Runbook[] = [
  cosmosAccess,
  cosmosAlert,
  cosmosDataExtraction,
  cosmosInjection,
  cosmosKeys,
];
