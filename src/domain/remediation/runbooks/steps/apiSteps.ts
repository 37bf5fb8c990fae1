import type { RunbookStep } from '../runbook.ts';
import { manualStep } from './manualStep.ts';

const management = '2022-08-01';
const api = ['--resource-group={apiGroup}', '--service-name={apiParent}', '--api-id={apiName}'] as const;

/** Which operations there are, for a look at what was asked for. */
export const listApiOperations: RunbookStep = {
  id: 'list-api-operations',
  phase: 'triage',
  title: 'List the operations of the API',
  instruction:
    'Lists what the API offers. Compare with the requests of the alert: paths that are in the log and not in this list were guessed, or are left over from an older version that nobody guards.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: ['apim', 'api', 'operation', 'list', ...api, '--query=[].[method,urlTemplate,displayName]', '--output=table'],
  },
};

/** Which requests, from whom, with which answers. */
export const readGatewayLog: RunbookStep = {
  ...manualStep(
    'triage',
    'read-gateway-log',
    'Read the requests in the log of the gateway',
    'Shows where the service sends its logs. In that workspace search ApiManagementGatewayLogs around the time of the alert, grouped by CallerIpAddress, ApimSubscriptionId, OperationId and ResponseCode. Answers of 200 to requests that should have been refused are what matters; 401, 403 and 404 show only that somebody tried.',
    { mandatory: true },
  ),
  command: {
    tool: 'az',
    args: [
      ...['monitor', 'diagnostic-settings', 'list', '--resource={apiService}'],
      '--query=[].[name,workspaceId,logs[].[category,categoryGroup,enabled]]',
    ],
  },
};

/** How much was asked for, hour by hour. */
export const readGatewayLoad: RunbookStep = {
  id: 'read-gateway-load',
  phase: 'triage',
  title: 'See how the load went, hour by hour',
  instruction:
    'Lists the number of requests and how long they took, since the day before. A rise that follows a release, a campaign or the start of the working day looks different from one that stands there at three in the night.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['monitor', 'metrics', 'list', '--resource={apiService}', '--metrics=Requests', '--aggregation=Total'],
      ...['--interval=PT1H', '--start-time={dayBefore}', '--output=table'],
    ],
  },
};

/** The gateway knows no list of refused addresses besides its policies. */
export const refuseAddressInPolicy: RunbookStep = manualStep(
  'contain',
  'refuse-address-in-policy',
  'Refuse the address in the policy of the API',
  'In the inbound policy of the API, before everything else, add an ip-filter with the action "forbid" and the address of the alert. With a gateway or a firewall in front, refuse it there instead: behind one the address that the policy sees is the address of the gateway. Refuse no address that many people share without looking at who else uses it.',
  { mandatory: true, risk: 'medium' },
);

/** A key that leaked is stopped by itself, without harm to the others. */
export const suspendApiSubscription: RunbookStep = manualStep(
  'contain',
  'suspend-api-subscription',
  'Suspend the subscription whose key was used',
  'If the requests came with a key, the log names its subscription (ApimSubscriptionId). Suspend that one in the portal, ask its owner, and make both of its keys new before you activate it again. Without a key the API is open to everybody, and this step does not apply.',
  { risk: 'medium' },
);

/** No request without a key. */
export const requireApiKey: RunbookStep = {
  id: 'require-api-key',
  phase: 'prevent',
  title: 'Accept only requests with a subscription key',
  instruction:
    'Refuses every request to this API that carries no key. Callers that never had one stop working, so give them theirs first. A key says which application calls and not who its user is: add validate-jwt to the policy for that.',
  mandatory: false,
  risk: 'high',
  whatIf: { tool: 'az', args: ['apim', 'api', 'show', ...api, '--query=[displayName,path,subscriptionRequired]'] },
  command: {
    tool: 'az',
    args: ['apim', 'api', 'update', ...api, '--subscription-required=true', '--output=none'],
    changes: 'Requests without a subscription key get an answer of 401.',
  },
  verify: {
    resource: '{api}',
    apiVersion: management,
    property: 'properties.subscriptionRequired',
    expect: { equals: true },
  },
  undo: {
    tool: 'az',
    args: ['apim', 'api', 'update', ...api, '--subscription-required=false', '--output=none'],
    changes: 'The API answers requests without a key again.',
  },
};

/** Nobody asks a thousand times a minute. */
export const limitApiRate: RunbookStep = manualStep(
  'prevent',
  'limit-api-rate',
  'Limit how often one caller may ask',
  'Add rate-limit-by-key to the inbound policy, counted by the subject of the token or the subscription, and by address only where there is neither. Take twice the busiest minute of an honest caller as the limit. Add quota-by-key where a day of asking slowly would do as much harm.',
  { risk: 'medium' },
);

/** What does not look like the description of the API never reaches what is behind it. */
export const validateApiRequests: RunbookStep = manualStep(
  'prevent',
  'validate-api-requests',
  'Refuse requests that the description does not allow',
  'Bring the OpenAPI description up to date and add validate-parameters and validate-content to the inbound policy, first with "detect" and after a quiet week with "prevent". Unknown parameters, wrong types and bodies that are too large then stop at the gateway.',
  { risk: 'medium' },
);

/** Most leaks through an API are answers to somebody who was signed in, about somebody else. */
export const checkObjectRights: RunbookStep = manualStep(
  'eradicate',
  'check-rights-per-object',
  'Check that callers get only what is theirs',
  'Call the operation with two accounts and ask with each for an object of the other one. If the answer is 200, the code asks who you are and not whether this is yours: repair that first, since no limit at the gateway helps against it.',
  { mandatory: true },
);
