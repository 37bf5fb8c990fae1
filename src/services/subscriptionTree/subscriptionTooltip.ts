import { displayLabel } from '../../domain/displayText.ts';
import { failureText } from '../failureText.ts';
import { coverageText } from '../planText.ts';
import { rightsText } from '../rightsText.ts';
import type { SubscriptionSnapshot } from '../storeState.ts';
import type { TooltipLine } from '../tree/nodeTooltip.ts';
import type { SubscriptionIndex } from './subscriptionIndex.ts';
import type { SubscriptionNode } from './subscriptionNode.ts';
import { coverageOf, unreadable, type SubscriptionFacts } from './subscriptionText.ts';

/** More about a row, worked out when the pointer rests on it. */
export function subscriptionTooltip(
  node: SubscriptionNode,
  index: SubscriptionIndex,
  facts: SubscriptionFacts,
): readonly TooltipLine[] {
  if (node.kind === 'unreadable') return [{ text: unlistedText('tenants') }];
  if (node.kind === 'tenant') return tenantLines(node.tenantId, index, facts);
  if (node.kind === 'subscription') return subscriptionLines(node.subscriptionId, index, facts);
  return node.kind === 'fact' && node.fact === 'rights' ? rightsLines(node.subscriptionId, facts) : [];
}

function tenantLines(
  tenantId: string,
  { tenants }: SubscriptionIndex,
  facts: SubscriptionFacts,
): readonly TooltipLine[] {
  const { failure, unreadable: rows = 0 } = tenants.find((tenant) => tenant.tenantId === tenantId) ?? {};
  const text = failure === undefined ? undefined : failureText(failure, facts.timeOfDay);
  return [
    ...(text === undefined ? [] : [{ text: `Its subscriptions could not be listed: ${text.cause}. ${text.advice}` }]),
    ...(rows === 0 ? [] : [{ text: unlistedText('subscriptions') }]),
    { name: 'Tenant', text: displayLabel(tenantId) },
  ];
}

function unlistedText(what: 'tenants' | 'subscriptions'): string {
  return `Azure's list of ${what} has rows that name none of them. What was known of ${what} that are missing since is kept and marked as stale.`;
}

function subscriptionLines(id: string, { byId }: SubscriptionIndex, facts: SubscriptionFacts): readonly TooltipLine[] {
  const snapshot = byId.get(id);
  if (snapshot === undefined) return [];
  const { subscription, health, skipped } = snapshot;
  const failure = health.kind === 'failed' ? failureText(health.failure, facts.timeOfDay) : undefined;
  const coverage = coverageOf(snapshot, facts);
  return [
    { text: displayLabel(subscription.displayName) },
    ...(failure === undefined ? [] : [{ text: `${failure.cause}. ${failure.advice}` }]),
    ...(skipped.length === 0 ? [] : [{ text: `${unreadable(skipped.length)} as alerts.` }]),
    ...(coverage?.kind === 'known' ? [{ name: 'Defender plans', text: coverageText(coverage.value) }] : []),
    ...rightsLines(id, facts),
    { name: 'Subscription', text: displayLabel(subscription.subscriptionId) },
    { name: 'Tenant', text: displayLabel(subscription.tenantId) },
    { name: 'State', text: displayLabel(subscription.state) },
    ...graphLines(snapshot, facts),
  ];
}

function graphLines({ graphFailure }: SubscriptionSnapshot, { timeOfDay }: SubscriptionFacts): readonly TooltipLine[] {
  if (graphFailure === undefined) return [];
  return [{ name: 'Azure Resource Graph did not answer', text: failureText(graphFailure, timeOfDay).cause }];
}

function rightsLines(id: string, { details }: SubscriptionFacts): readonly TooltipLine[] {
  const rights = details.rights.of(id);
  return rights?.kind === 'known' ? [{ name: 'Your rights', text: rightsText(rights.value).full }] : [];
}
