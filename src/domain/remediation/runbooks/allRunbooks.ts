import { aiRunbooks } from './ai/index.ts';
import { apiRunbooks } from './api/index.ts';
import { appServicesRunbooks } from './appServices/index.ts';
import { containersRunbooks } from './containers/index.ts';
import { cosmosDbsRunbooks } from './cosmosDbs/index.ts';
import { ddosRunbooks } from './ddos/index.ts';
import { dnsRunbooks } from './dns/index.ts';
import { generalRunbooks } from './general/index.ts';
import { keyVaultsRunbooks } from './keyVaults/index.ts';
import { machinesRunbooks } from './machines/index.ts';
import { networkLayerRunbooks } from './networkLayer/index.ts';
import { openSourceDatabasesRunbooks } from './openSourceDatabases/index.ts';
import { resourceManagerRunbooks } from './resourceManager/index.ts';
import { sqlServersRunbooks } from './sqlServers/index.ts';
import { storageAccountsRunbooks } from './storageAccounts/index.ts';
import { vmExtensionsRunbooks } from './vmExtensions/index.ts';
import type { Runbook } from './runbook.ts';

/** Every runbook of the product. A folder lists its own, so that people who write for different plans do not meet. */
export const allRunbooks: readonly Runbook[] = [
  ...aiRunbooks,
  ...apiRunbooks,
  ...appServicesRunbooks,
  ...containersRunbooks,
  ...cosmosDbsRunbooks,
  ...ddosRunbooks,
  ...dnsRunbooks,
  ...generalRunbooks,
  ...keyVaultsRunbooks,
  ...machinesRunbooks,
  ...networkLayerRunbooks,
  ...openSourceDatabasesRunbooks,
  ...resourceManagerRunbooks,
  ...sqlServersRunbooks,
  ...storageAccountsRunbooks,
  ...vmExtensionsRunbooks,
];
