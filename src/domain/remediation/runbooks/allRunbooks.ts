import { containersRunbooks } from './containers/index.ts';
import { generalRunbooks } from './general/index.ts';
import { networkLayerRunbooks } from './networkLayer/index.ts';
import type { Runbook } from './runbook.ts';
import { storageAccountsRunbooks } from './storageAccounts/index.ts';

/** Every runbook of the product. A folder lists its own, so that people who write for different plans do not meet. */
export const allRunbooks: readonly Runbook[] = [
  ...containersRunbooks,
  ...generalRunbooks,
  ...networkLayerRunbooks,
  ...storageAccountsRunbooks,
];
