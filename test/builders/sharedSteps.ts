import type { RunbookStep } from '../../src/domain/remediation/runbooks/runbook.ts';
import * as aiSteps from '../../src/domain/remediation/runbooks/steps/aiSteps.ts';
import * as apiSteps from '../../src/domain/remediation/runbooks/steps/apiSteps.ts';
import * as appSteps from '../../src/domain/remediation/runbooks/steps/appSteps.ts';
import * as clusterAccessSteps from '../../src/domain/remediation/runbooks/steps/clusterAccessSteps.ts';
import * as clusterSteps from '../../src/domain/remediation/runbooks/steps/clusterSteps.ts';
import * as commonSteps from '../../src/domain/remediation/runbooks/steps/commonSteps.ts';
import * as cosmosSteps from '../../src/domain/remediation/runbooks/steps/cosmosSteps.ts';
import * as databaseSteps from '../../src/domain/remediation/runbooks/steps/databaseSteps.ts';
import * as dnsSteps from '../../src/domain/remediation/runbooks/steps/dnsSteps.ts';
import * as identitySteps from '../../src/domain/remediation/runbooks/steps/identitySteps.ts';
import * as machineCare from '../../src/domain/remediation/runbooks/steps/machineCare.ts';
import * as machineLooks from '../../src/domain/remediation/runbooks/steps/machineLooks.ts';
import * as machineSteps from '../../src/domain/remediation/runbooks/steps/machineSteps.ts';
import * as nodeSteps from '../../src/domain/remediation/runbooks/steps/nodeSteps.ts';
import * as networkSteps from '../../src/domain/remediation/runbooks/steps/networkSteps.ts';
import * as sqlSteps from '../../src/domain/remediation/runbooks/steps/sqlSteps.ts';
import * as storageLooks from '../../src/domain/remediation/runbooks/steps/storageLooks.ts';
import * as storageSteps from '../../src/domain/remediation/runbooks/steps/storageSteps.ts';
import * as vaultSteps from '../../src/domain/remediation/runbooks/steps/vaultSteps.ts';

const rooms: readonly object[] = [
  aiSteps,
  apiSteps,
  appSteps,
  clusterAccessSteps,
  clusterSteps,
  commonSteps,
  cosmosSteps,
  databaseSteps,
  dnsSteps,
  identitySteps,
  machineCare,
  machineLooks,
  machineSteps,
  networkSteps,
  nodeSteps,
  sqlSteps,
  storageLooks,
  storageSteps,
  vaultSteps,
];

function isStep(value: unknown): value is RunbookStep {
  return typeof value === 'object' && value !== null && 'phase' in value;
}

/** The steps that runbooks may share, used or not; of those that are made for a choice, one. */
export const sharedSteps: readonly RunbookStep[] = [
  ...rooms.flatMap((room) => Object.values(room).filter(isStep)),
  aiSteps.regenerateAiKey('key1'),
  appSteps.forbidBasicPublishing('ftp'),
  databaseSteps.regenerateCosmosKey('primary'),
  networkSteps.isolateByNetworkRules('Outbound'),
  storageSteps.renewStorageKey('secondary'),
];
