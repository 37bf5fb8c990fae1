import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { forbidCosmosKeys, measureCosmosRequests, readCosmosLogs, showCosmosDoors } from '../steps/cosmosSteps.ts';
import { closeCosmosAccount, regenerateCosmosKey } from '../steps/databaseSteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';

/** Much more than usual was read. */
export const cosmosDataExtraction: Runbook = {
  id: 'cosmos-data-extraction',
  title: 'Unusual volume of data taken from Cosmos DB',
  alertTypes: ['*CosmosDB_DataExfiltration*'],
  steps: [
    {
      ...readCosmosLogs,
      instruction:
        'In the logs of the account (DataPlaneRequests) group the response length by client address, user agent and collection. A full read of the change feed or of a collection by a client that is new is a copy. The command shows where the logs go.',
    },
    measureCosmosRequests,
    showCosmosDoors,
    confirmWithOwner(
      'Ask whether a migration, an export for analytics or a new index job ran at that time and from that address. The volume has to fit the answer.',
    ),
    mandatory(closeCosmosAccount),
    regenerateCosmosKey('primary'),
    optional(regenerateCosmosKey('secondary')),
    manualStep(
      'recover',
      'assess-the-loss',
      'Work out what was taken',
      'List the collections that were read and what they hold about people. Change tokens and secrets among the documents. Tell whoever decides about notifying people and authorities: terms begin when you learn of the loss.',
      { mandatory: true },
    ),
    forbidCosmosKeys,
  ],
};
