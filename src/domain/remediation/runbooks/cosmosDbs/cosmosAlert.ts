import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import {
  forbidCosmosKeys,
  listCosmosRoles,
  measureCosmosRequests,
  readCosmosLogs,
  showCosmosDoors,
} from '../steps/cosmosSteps.ts';
import { closeCosmosAccount, regenerateCosmosKey } from '../steps/databaseSteps.ts';
import { mandatory, optional } from '../steps/manualStep.ts';

/** What holds for any alert on a Cosmos DB account. */
export const cosmosAlert: Runbook = {
  id: 'cosmos-any-alert',
  title: 'Alert on a Cosmos DB account',
  alertTypes: [],
  generalFor: ['CosmosDbs'],
  steps: [
    readCosmosLogs,
    readActivityLog,
    showCosmosDoors,
    measureCosmosRequests,
    listCosmosRoles,
    confirmWithOwner('Ask which applications use the account, from where, and whether this activity is theirs.'),
    mandatory(closeCosmosAccount),
    optional(regenerateCosmosKey('primary')),
    optional(regenerateCosmosKey('secondary')),
    forbidCosmosKeys,
  ],
};
