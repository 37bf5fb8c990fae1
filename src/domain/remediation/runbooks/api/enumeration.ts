import type { Runbook } from '../runbook.ts';
import {
  checkObjectRights,
  limitApiRate,
  listApiOperations,
  readGatewayLog,
  refuseAddressInPolicy,
  requireApiKey,
  suspendApiSubscription,
} from '../steps/apiSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';

/** Somebody counts through ids, or through all that the API offers. */
export const apiEnumeration: Runbook = {
  id: 'api-enumeration',
  title: 'Counting through parameters or operations of an API',
  alertTypes: ['API_ParameterEnumeration', 'API_DistributedParameterEnumeration', 'API_SprayInRequests'],
  steps: [
    {
      ...readGatewayLog,
      instruction:
        'Shows where the service sends its logs. In ApiManagementGatewayLogs take the calls of the address, or with many addresses those of the operation, and look at parameter and answer: 404 and then 200 shows which ids exist, and each 200 is an object that was read. With many addresses look for what they share: user agent, order of ids, subscription.',
    },
    listApiOperations,
    optional(
      confirmWithOwner(
        'Ask whether a partner reads one object after the other because there is no operation for many.',
      ),
    ),
    refuseAddressInPolicy,
    suspendApiSubscription,
    checkObjectRights,
    manualStep(
      'eradicate',
      'list-what-was-read',
      'List the objects that were read',
      'Make a list of the ids that were answered with 200 and of the people whom they concern. That list decides whether this has to be reported, and nobody can make it once the log is gone.',
      { mandatory: true },
    ),
    limitApiRate,
    requireApiKey,
    manualStep(
      'prevent',
      'use-ids-that-cannot-be-guessed',
      'Use ids that cannot be guessed',
      'Random ids in place of numbers make counting pointless, and the same answer for "is not there" and "is not yours" tells nothing. Neither replaces the check whether the object belongs to the caller. Retire operations and versions that nobody uses.',
      { risk: 'medium' },
    ),
  ],
};
