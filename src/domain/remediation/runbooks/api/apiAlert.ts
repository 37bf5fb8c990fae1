import type { Runbook } from '../runbook.ts';
import {
  checkObjectRights,
  limitApiRate,
  listApiOperations,
  readGatewayLog,
  refuseAddressInPolicy,
  requireApiKey,
  suspendApiSubscription,
  validateApiRequests,
} from '../steps/apiSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { optional } from '../steps/manualStep.ts';

/** An alert on an API that no other runbook names. */
export const apiAlert: Runbook = {
  id: 'api-alert',
  title: 'Alert on an API',
  alertTypes: [],
  generalFor: ['Api'],
  steps: [
    readGatewayLog,
    listApiOperations,
    confirmWithOwner('Ask whether they know the caller, and whether something was released that day.'),
    refuseAddressInPolicy,
    suspendApiSubscription,
    optional(checkObjectRights),
    requireApiKey,
    limitApiRate,
    validateApiRequests,
  ],
};
