import type { Runbook } from '../runbook.ts';
import { admissionWebhook } from './admissionWebhook.ts';
import { apiRequests } from './apiRequests.ts';
import { clusterAdmin } from './clusterAdmin.ts';
import { coreDns } from './coreDns.ts';
import { clusterCryptoMining } from './cryptoMining.ts';
import { deletedEvents } from './deletedEvents.ts';
import { exposedPostgres } from './exposedPostgres.ts';
import { exposedService } from './exposedService.ts';
import { privilegedContainer } from './privilegedContainer.ts';

export const containersRunbooks: readonly Runbook[] = [
  admissionWebhook,
  apiRequests,
  clusterAdmin,
  clusterCryptoMining,
  coreDns,
  deletedEvents,
  exposedPostgres,
  exposedService,
  privilegedContainer,
];
