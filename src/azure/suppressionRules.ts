import type { Json } from '../domain/json.ts';
import type { Subscription } from '../domain/subscription.ts';
import { readSuppressionRule } from '../domain/suppression/readSuppressionRule.ts';
import { suppressionProperties } from '../domain/suppression/suppressionProperties.ts';
import { suppressionApiVersion, type SuppressionRule } from '../domain/suppression/suppressionRule.ts';
import type { Cancellation, SuppressionRuleListing } from '../services/ports.ts';
import type { Arm } from './arm.ts';
import { armGet } from './armGet.ts';
import { armSend } from './armSend.ts';
import { FailureError, unexpected } from './failureError.ts';
import { readRows } from './readRows.ts';

/**
 * Every rule of a subscription, all pages.
 *
 * @throws FailureError, or what the pipeline throws; so do the other functions of this file.
 */
export async function listSuppressionRules(
  arm: Arm,
  { subscriptionId, tenantId }: Subscription,
  cancellation: Cancellation,
): Promise<SuppressionRuleListing> {
  const address = { tenantId, segments: segments(subscriptionId), apiVersion: suppressionApiVersion };
  const rows = await readRows(arm, address, cancellation);
  const rules = rows.flatMap((row) => readSuppressionRule(row) ?? []);
  return { rules, unreadableRows: rows.length - rules.length };
}

/** One rule; undefined where the service says that there is none. */
export async function getSuppressionRule(
  arm: Arm,
  { subscriptionId, tenantId }: Subscription,
  name: string,
  cancellation: Cancellation,
): Promise<SuppressionRule | undefined> {
  try {
    const link = arm.clients.link(segments(subscriptionId, name), suppressionApiVersion);
    return ruleOf(await armGet(arm.clients.forTenant(tenantId), link, cancellation, arm.clock));
  } catch (error) {
    if (isNoSuchRule(error)) return undefined;
    throw error;
  }
}

/** Writes a rule, new or not, and gives it as the service took it. */
export async function putSuppressionRule(
  arm: Arm,
  { subscriptionId, tenantId }: Subscription,
  rule: SuppressionRule,
  cancellation: Cancellation,
): Promise<SuppressionRule> {
  const url = arm.clients.link(segments(subscriptionId, rule.name), suppressionApiVersion);
  const body = { properties: suppressionProperties(rule) };
  const change = { method: 'PUT', url, body, accepted: [200, 201] } as const;
  return ruleOf(await armSend(arm.clients.forTenant(tenantId), change, cancellation, arm.clock));
}

export async function deleteSuppressionRule(
  arm: Arm,
  { subscriptionId, tenantId }: Subscription,
  name: string,
  cancellation: Cancellation,
): Promise<undefined> {
  const url = arm.clients.link(segments(subscriptionId, name), suppressionApiVersion);
  try {
    const change = { method: 'DELETE', url, accepted: [200, 204] } as const;
    await armSend(arm.clients.forTenant(tenantId), change, cancellation, arm.clock);
  } catch (error) {
    if (!isNoSuchRule(error)) throw error;
  }
}

function segments(subscriptionId: string, ...name: readonly string[]): readonly string[] {
  return ['subscriptions', subscriptionId, 'providers', 'Microsoft.Security', 'alertsSuppressionRules', ...name];
}

function ruleOf(body: unknown): SuppressionRule {
  const rule = readSuppressionRule((body ?? null) as Json);
  if (rule === undefined) throw unexpected('BadEnvelope');
  return rule;
}

/** The service's own word for it; a 404 that says something else is about the subscription, or is not Azure's. */
function isNoSuchRule(error: unknown): boolean {
  if (!(error instanceof FailureError) || error.failure.kind !== 'unexpected') return false;
  const { code, status } = error.failure;
  return status === 404 && ['notfound', 'resourcenotfound'].includes(code.replaceAll(' ', '').toLowerCase());
}
