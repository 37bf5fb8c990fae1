import type { SubscriptionSnapshot } from '../storeState.ts';
import type { NodeDescription } from './nodeDescription.ts';
import { ageIn, type RowFacts } from './rowFacts.ts';
import type { NodeIcon } from './nodeIcon.ts';
import type { NodeOf } from './treeNode.ts';
import { assertNever } from '../../domain/assertNever.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { failureText } from '../failureText.ts';
import { capabilitiesOf } from './capability.ts';
import { problemIcon } from './nodeIcon.ts';

const icons: Readonly<Record<SubscriptionSnapshot['health']['kind'], NodeIcon>> = {
  ok: { kind: 'codicon', name: 'key' },
  restored: { kind: 'codicon', name: 'history' },
  loading: { kind: 'codicon', name: 'loading~spin' },
  failed: problemIcon,
};

/** One subscription and how well it could be read: the place where every failure is named. */
export function describeSubscription(
  node: NodeOf<'subscription'>,
  snapshot: SubscriptionSnapshot | undefined,
  facts: RowFacts,
): NodeDescription {
  const label = displayLabel(snapshot?.subscription.displayName ?? node.subscriptionId);
  const description = snapshot === undefined ? 'no longer selected' : healthText(snapshot, facts);
  return {
    label,
    description,
    icon: icons[snapshot?.health.kind ?? 'ok'],
    accessibleLabel: `Subscription ${label}: ${description}`,
    expansion: 'none',
    capabilities: capabilitiesOf(node, snapshot?.health.kind === 'failed' ? snapshot.health.failure : undefined),
  };
}

function healthText(snapshot: SubscriptionSnapshot, facts: RowFacts): string {
  const { health, alerts, skipped } = snapshot;
  switch (health.kind) {
    case 'loading':
      return health.alertsSoFar === 0 ? 'loading' : `loading, ${String(health.alertsSoFar)} alerts so far`;
    case 'ok':
      return `${String(alerts.length)} alerts${unreadable(skipped.length)} · ${ageIn(facts, health.at) ?? ''}`;
    case 'restored':
      return `${String(alerts.length)} alerts${unreadable(skipped.length)} · as of ${facts.timeOfDay(health.at)}`;
    case 'failed': {
      const { cause } = failureText(health.failure, facts.timeOfDay);
      if (health.staleSince === undefined) return cause;
      // Rows are cut at the end of a narrow side bar: what changes how the alerts are to be read comes first.
      return `stale since ${facts.timeOfDay(health.staleSince)} · ${String(alerts.length)} alerts · ${cause}`;
    }
    default:
      return assertNever(health);
  }
}

function unreadable(rows: number): string {
  if (rows === 0) return '';
  return `, ${String(rows)} ${rows === 1 ? 'row' : 'rows'} could not be read`;
}
