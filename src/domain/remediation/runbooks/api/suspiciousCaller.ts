import type { Runbook } from '../runbook.ts';
import {
  limitApiRate,
  listApiOperations,
  readGatewayLog,
  refuseAddressInPolicy,
  requireApiKey,
  suspendApiSubscription,
} from '../steps/apiSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** Calls from Tor, from notorious addresses, or from tools that no customer uses. */
export const suspiciousCaller: Runbook = {
  id: 'api-suspicious-caller',
  title: 'API called from a suspicious address or with an attack tool',
  alertTypes: ['API_AccessFrom*', 'API_*Unauthenticated*', 'API_*Anonymous*'],
  steps: [
    readGatewayLog,
    listApiOperations,
    manualStep(
      'triage',
      'tell-how-the-caller-signed-in',
      'Find out as whom the caller came in',
      'Calls without a key or token that are answered with 200 mean that the operation is open to everybody. With a key or a token somebody holds a credential of a customer or of yours: compare with the addresses from which that one usually comes.',
      { mandatory: true },
    ),
    confirmWithOwner('Ask whether a partner, a test of security or a monitoring service calls from there.'),
    refuseAddressInPolicy,
    suspendApiSubscription,
    manualStep(
      'eradicate',
      'undo-what-was-written',
      'Take back what the caller wrote',
      'Go through calls of POST, PUT, PATCH and DELETE that succeeded and look at the records that they touched. Restore them from a backup, and check orders, payments and accounts that were made from there.',
      { risk: 'medium' },
    ),
    requireApiKey,
    limitApiRate,
    manualStep(
      'prevent',
      'check-tokens-at-the-gateway',
      'Check tokens at the gateway',
      'Put validate-jwt into the inbound policy of all APIs, with issuer, audience and the scope that the operation needs, so that no backend is reached without a sign-in. Refuse Tor and known bad addresses with the managed rules of a web application firewall in front.',
      { risk: 'medium' },
    ),
  ],
};
