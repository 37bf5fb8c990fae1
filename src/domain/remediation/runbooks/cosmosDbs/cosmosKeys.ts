import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { forbidCosmosKeys, readCosmosLogs } from '../steps/cosmosSteps.ts';
import { closeCosmosAccount, regenerateCosmosKey } from '../steps/databaseSteps.ts';
import { disableUser, listAccountRoles, removeFootholds, revokeSessions } from '../steps/identitySteps.ts';
import { mandatory, optional } from '../steps/manualStep.ts';

/** The keys were listed through Azure, by a script or by somebody who never does. */
export const cosmosKeys: Runbook = {
  id: 'cosmos-key-extraction',
  title: 'Keys of Cosmos DB accounts taken',
  alertTypes: ['*CosmosDB_SuspiciousListKeys*'],
  steps: [
    {
      ...mandatory(readActivityLog),
      instruction:
        'Lists what was done to the resource in Azure since the day before. Find "databaseAccounts/listKeys/action": who called it, from which address, and for which accounts. Scripts go through all accounts of a subscription, so look at the others as well.',
    },
    listAccountRoles,
    optional(readCosmosLogs),
    confirmWithOwner(
      'Ask whether a deployment or a tool of theirs lists keys. Pipelines do so with the same application every time; a person with a script on a new machine is another matter.',
    ),
    revokeSessions,
    optional(disableUser),
    closeCosmosAccount,
    regenerateCosmosKey('primary'),
    {
      ...regenerateCosmosKey('secondary'),
      instruction:
        'The listing gave away both keys, so this one has to be changed as well. Move applications to the new primary key first. The two read-only keys were listed, too: make new ones in the portal afterwards.',
    },
    optional(removeFootholds),
    forbidCosmosKeys,
  ],
};
