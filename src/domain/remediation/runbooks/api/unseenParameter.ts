import type { Runbook } from '../runbook.ts';
import {
  listApiOperations,
  readGatewayLog,
  refuseAddressInPolicy,
  suspendApiSubscription,
  validateApiRequests,
} from '../steps/apiSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';

/** Somebody sends what no caller ever sent, to see what the code makes of it. */
export const unseenParameter: Runbook = {
  id: 'api-unseen-parameter',
  title: 'Unknown parameter or type of value in a call of an API',
  alertTypes: ['API_UnseenParam*'],
  steps: [
    {
      ...readGatewayLog,
      instruction:
        'Shows where the service sends its logs. Find the call in ApiManagementGatewayLogs and read parameter and answer. A name such as isAdmin or role is an attempt to set what callers may not set; quotes, brackets and operators are attempts of injection. A 500 means that the code stumbled over it, a 200 that it may have worked.',
    },
    listApiOperations,
    optional(
      confirmWithOwner(
        'Ask whether a new version of a client or of the API was brought out; most of these alerts are that.',
      ),
    ),
    { ...refuseAddressInPolicy, mandatory: true },
    suspendApiSubscription,
    manualStep(
      'eradicate',
      'repair-the-operation',
      'Try the call yourself, and repair the operation',
      'Send the same call in a test environment and read in the code what the value reaches: a query, a command, a file, a field of the object. Bind only fields that callers may set, use parameters in queries, and look in the data for objects that were changed this way.',
      { mandatory: true, risk: 'medium' },
    ),
    mandatory(validateApiRequests),
    manualStep(
      'prevent',
      'test-with-odd-values',
      'Test the operation with odd values',
      'Let the pipeline send unknown parameters, wrong types, empty and very long values to each operation of the description, and fail if one is answered with 200 or 500.',
    ),
  ],
};
