import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { forbidCosmosKeys, listCosmosRoles, readCosmosLogs, showCosmosDoors } from '../steps/cosmosSteps.ts';
import { closeCosmosAccount, regenerateCosmosKey } from '../steps/databaseSteps.ts';
import { mandatory, optional } from '../steps/manualStep.ts';

/** The account is used from Tor, from an address with a bad name, or from an unusual place. */
export const cosmosAccess: Runbook = {
  id: 'cosmos-suspicious-access',
  title: 'Cosmos DB account used from a suspicious place',
  alertTypes: ['*CosmosDB_TorAnomaly', '*CosmosDB_SuspiciousIp', '*CosmosDB_GeoAnomaly'],
  steps: [
    readCosmosLogs,
    showCosmosDoors,
    readActivityLog,
    listCosmosRoles,
    confirmWithOwner(
      'Ask whether the address and the place are theirs: a developer abroad, a new region of the application, an analytics tool. Nobody has a reason to come through Tor, and then the key has leaked.',
    ),
    mandatory(closeCosmosAccount),
    regenerateCosmosKey('primary'),
    optional(regenerateCosmosKey('secondary')),
    forbidCosmosKeys,
  ],
};
