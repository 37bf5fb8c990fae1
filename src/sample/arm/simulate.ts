import { isBundle, simulatedDrafts } from '../alertTypes/bundles.ts';
import { composeAlert } from '../wire/composeAlert.ts';
import { emptyAnswer } from './answers.ts';
import { badRequest } from './errors.ts';
import type { ArmResponse } from '../armMessage.ts';
import type { SubscriptionCall } from './call.ts';

/**
 * Makes sample alerts of the asked bundles, marked as samples in type, title and description as the service marks
 * them. They are in the list at once; the real service needs some minutes.
 */
export function simulateAlerts(call: SubscriptionCall): ArmResponse {
  const { session, subscription, apiVersion } = call;
  const bundles = bundlesOf(call.body);
  if (bundles === undefined) return badRequest(session, 'InvalidInput', 'The request names no known bundle.');
  const region = call.parameters['ascLocation'] ?? subscription.homeRegion;
  for (const draft of bundles.flatMap((bundle) => simulatedDrafts(bundle, subscription, region))) {
    const key = `simulated/${subscription.subscriptionId}/${String(session.requestCount)}/${draft.key}`;
    session.alerts.add(composeAlert({ ...draft, key }, session.now));
  }
  return emptyAnswer(session, apiVersion === '2021-11-01' ? 204 : 202);
}

function bundlesOf(body: unknown): readonly string[] | undefined {
  const bundles = (body as { properties?: { bundles?: unknown } } | undefined)?.properties?.bundles;
  return Array.isArray(bundles) && bundles.every(isBundle) ? bundles : undefined;
}
