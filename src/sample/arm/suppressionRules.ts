import { addMinutes, isoTime, ticksFromEpoch } from '../wire/ticks.ts';
import { emptyAnswer, readAnswer, remainingReads, writeAnswer } from './answers.ts';
import { badRequest, suppressionRuleNotFound } from './errors.ts';
import type { ArmResponse } from '../armMessage.ts';
import type { SubscriptionCall } from './call.ts';
import type { SuppressionRule, SuppressionRuleProperties } from './suppressionRuleStore.ts';

/** A rule without an expiry ends after half a year, as recorded. */
const defaultLifetimeMinutes = 181 * 24 * 60;

export function listSuppressionRules({ session, subscription, query }: SubscriptionCall): ArmResponse {
  const wanted = query['alerttype'];
  const rules = session.suppressionRules
    .list(subscription.subscriptionId)
    .filter(({ properties }) => wanted === undefined || properties.alertType === wanted);
  return readAnswer(session, { value: rules.map((rule) => renderRule(rule, session.now)) });
}

export function getSuppressionRule(call: SubscriptionCall): ArmResponse {
  const { session, subscription } = call;
  const rule = session.suppressionRules.find(subscription.subscriptionId, ruleNameOf(call));
  if (rule === undefined) return suppressionRuleNotFound(session, ruleNameOf(call), subscription.subscriptionId);
  return readAnswer(session, renderRule(rule, session.now));
}

export function putSuppressionRule(call: SubscriptionCall): ArmResponse {
  const { session, subscription } = call;
  const properties = propertiesOf(call.body);
  if (properties === undefined) {
    return badRequest(session, 'InvalidInput', 'A suppression rule needs alertType, reason and state.');
  }
  const rule: SuppressionRule = { subscriptionId: subscription.subscriptionId, name: ruleNameOf(call), properties };
  session.suppressionRules.put(rule);
  return writeAnswer(session, renderRule(rule, session.now));
}

export function deleteSuppressionRule(call: SubscriptionCall): ArmResponse {
  const { session, subscription } = call;
  session.suppressionRules.delete(subscription.subscriptionId, ruleNameOf(call));
  return emptyAnswer(session, 204, remainingReads(session));
}

/** The service writes `…UTC`, although its description says `…Utc`; clients made from the description lose both dates. */
function renderRule({ subscriptionId, name, properties }: SuppressionRule, now: number): object {
  const { alertType, state, reason, comment, suppressionAlertsScope } = properties;
  const modified = ticksFromEpoch(now);
  return {
    id: `/subscriptions/${subscriptionId}/providers/Microsoft.Security/alertsSuppressionRules/${name}`,
    name,
    type: 'Microsoft.Security/alertsSuppressionRules',
    properties: {
      alertType,
      lastModifiedUTC: isoTime(modified),
      expirationDateUTC: properties.expirationDateUtc ?? isoTime(addMinutes(modified, defaultLifetimeMinutes)),
      state,
      reason,
      ...(comment !== undefined && { comment }),
      ...(suppressionAlertsScope !== undefined && { suppressionAlertsScope }),
    },
  };
}

function ruleNameOf(call: SubscriptionCall): string {
  return call.parameters['ruleName'] ?? '';
}

function propertiesOf(body: unknown): SuppressionRuleProperties | undefined {
  const properties = (body as { properties?: Partial<SuppressionRuleProperties> } | undefined)?.properties;
  const required = [properties?.alertType, properties?.reason, properties?.state];
  return required.every((value) => typeof value === 'string') ? (properties as SuppressionRuleProperties) : undefined;
}
