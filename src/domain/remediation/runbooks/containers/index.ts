import type { Runbook } from '../runbook.ts';
import { admissionWebhook } from './admissionWebhook.ts';
import { apiRequests } from './apiRequests.ts';
import { clusterAttackTool } from './attackTool.ts';
import { clusterAdmin } from './clusterAdmin.ts';
import { clusterAlert } from './clusterAlert.ts';
import { clusterApiFromContainer } from './clusterApiFromContainer.ts';
import { coreDns } from './coreDns.ts';
import { clusterCryptoMining } from './cryptoMining.ts';
import { deletedEvents } from './deletedEvents.ts';
import { downloadedBinary } from './downloadedBinary.ts';
import { exposedPostgres } from './exposedPostgres.ts';
import { exposedService } from './exposedService.ts';
import { clusterHiddenTraces } from './hiddenTraces.ts';
import { imageBuild } from './imageBuild.ts';
import { loginInContainer } from './loginInContainer.ts';
import { clusterManagedIdentity } from './managedIdentity.ts';
import { nodeCredentials } from './nodeCredentials.ts';
import { privilegedContainer } from './privilegedContainer.ts';
import { registryAccess } from './registry.ts';
import { remoteControl } from './remoteControl.ts';
import { serviceAccountAbuse } from './serviceAccount.ts';

export const containersRunbooks: readonly Runbook[] = [
  admissionWebhook,
  apiRequests,
  clusterAdmin,
  clusterAlert,
  clusterApiFromContainer,
  clusterAttackTool,
  clusterCryptoMining,
  clusterHiddenTraces,
  clusterManagedIdentity,
  coreDns,
  deletedEvents,
  downloadedBinary,
  exposedPostgres,
  exposedService,
  imageBuild,
  loginInContainer,
  nodeCredentials,
  privilegedContainer,
  registryAccess,
  remoteControl,
  serviceAccountAbuse,
];
