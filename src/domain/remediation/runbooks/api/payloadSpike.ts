import type { Runbook } from '../runbook.ts';
import {
  checkObjectRights,
  limitApiRate,
  listApiOperations,
  readGatewayLog,
  refuseAddressInPolicy,
  suspendApiSubscription,
} from '../steps/apiSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';

/** Much more than usual goes out, or comes in, in one call. */
export const payloadSpike: Runbook = {
  id: 'api-large-payload',
  title: 'Unusually large request or answer of an API',
  alertTypes: ['API_SpikeInPayload', 'API_*Exfiltration*'],
  steps: [
    {
      ...readGatewayLog,
      instruction:
        'Shows where the service sends its logs. In ApiManagementGatewayLogs compare RequestSize and ResponseSize for the operation and the address with the weeks before. A large answer is data that left: read the URL for missing filters, page sizes and wildcards. A large body is an upload, or an attempt to overload a parser.',
    },
    listApiOperations,
    optional(
      confirmWithOwner('Ask whether the caller may read that much, and whether an export or an import was ordered.'),
    ),
    refuseAddressInPolicy,
    suspendApiSubscription,
    manualStep(
      'eradicate',
      'measure-what-left',
      'Find out whose data left',
      'Run the same query yourself and look which records and fields it gives, and of how many people. If there is personal data among them, tell your data protection officer today: deadlines run from the moment that you know. For uploads, scan what was stored before anybody opens it.',
      { mandatory: true },
    ),
    optional(checkObjectRights),
    manualStep(
      'prevent',
      'limit-size-and-fields',
      'Limit size, pages and fields',
      'Set the largest page in the backend whatever the caller asks for, return only fields that callers need, and let validate-content refuse bodies above what the operation takes. Answers that are too large then cannot happen by a parameter.',
      { mandatory: true, risk: 'medium' },
    ),
    limitApiRate,
  ],
};
