import type { AzureFailure } from '../../domain/azureFailure.ts';
import { assertNever } from '../../domain/assertNever.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { canChangeStatus } from '../../domain/alertRights.ts';
import { isDefenderOff } from '../../domain/planCoverage.ts';
import { failureText } from '../failureText.ts';
import { rowUnreadable } from '../listingGaps.ts';
import { coverageText, planTitle } from '../planText.ts';
import { rightsText } from '../rightsText.ts';
import type { Reading } from '../readOnce.ts';
import type { SubscriptionSnapshot } from '../storeState.ts';
import { age } from '../tree/age.ts';
import { repairsOf, type Capability } from '../tree/capability.ts';
import type { NodeDescription } from '../tree/nodeDescription.ts';
import { problemIcon, type NodeIcon } from '../tree/nodeIcon.ts';
import { failureIcon } from './failureIcon.ts';
import type { SubscriptionIndex } from './subscriptionIndex.ts';
import type { SubscriptionFact, SubscriptionNode, SubscriptionNodeOf } from './subscriptionNode.ts';
import { countsText, coverageOf, healthText, unreadable, type SubscriptionFacts } from './subscriptionText.ts';

const subscriptionIcon: NodeIcon = { kind: 'codicon', name: 'key' };
const tenantIcon: NodeIcon = { kind: 'codicon', name: 'organization' };
const loadingIcon: NodeIcon = { kind: 'codicon', name: 'loading~spin' };
const gone = 'no longer selected';

/** Rows of a list that are shown at first and with each "Show more": VS Code asks for each of them at once. */
export const subscriptionRowsAtOnce = 500;

/** What a row of the view of subscriptions shows. */
export function describeSubscriptionNode(
  node: SubscriptionNode,
  index: SubscriptionIndex,
  facts: SubscriptionFacts,
): NodeDescription {
  switch (node.kind) {
    case 'tenant':
      return describeTenant(node, index, facts);
    case 'subscription':
      return describeSubscription(node, index.byId.get(node.subscriptionId), facts);
    case 'fact':
      return describeFact(node.fact, index.byId.get(node.subscriptionId), facts);
    case 'plan':
      return describePlan(node, index.byId.get(node.subscriptionId), facts);
    case 'unreadable':
      return {
        ...row('Tenants partly listed', unlistedTenants(index.unreadableTenants), problemIcon),
        capabilities: ['retry', 'showLog'],
      };
    case 'more':
      return {
        ...row(
          `Show ${String(Math.min(node.hidden, subscriptionRowsAtOnce))} more`,
          `${String(node.hidden)} not shown`,
        ),
        capabilities: ['showMore'],
      };
    default:
      return assertNever(node);
  }
}

function unlistedTenants(rows: number): string {
  return `${unreadable(rows)}: others may be missing`;
}

function describeTenant(
  { tenantId }: SubscriptionNodeOf<'tenant'>,
  { tenants }: SubscriptionIndex,
  facts: SubscriptionFacts,
): NodeDescription {
  const tenant = tenants.find((each) => each.tenantId === tenantId);
  const name = tenant?.tenantName;
  const label = name === undefined ? `Tenant ${displayLabel(tenantId)}` : displayLabel(name, 60);
  const failure = tenant?.failure;
  const counts = tenant === undefined || tenant.counts.all === 0 ? '' : countsText(tenant.counts);
  const cause = failure === undefined ? '' : failureText(failure, facts.timeOfDay).cause;
  const unlisted = tenant?.unreadable ?? 0;
  const partly = unlisted === 0 ? '' : `partly listed: ${unreadable(unlisted)}`;
  const description = [cause, partly, counts].filter((text) => text !== '').join(' · ');
  return {
    label,
    description,
    icon: failure !== undefined ? failureIcon(failure) : unlisted > 0 ? problemIcon : tenantIcon,
    accessibleLabel: `Tenant ${label.replace(/^Tenant /, '')}: ${description}`,
    expansion: counts === '' ? 'none' : 'expanded',
    capabilities: [...repairsOf(failure ?? (unlisted > 0 ? rowUnreadable : undefined)), 'copyId'],
  };
}

function describeSubscription(
  node: SubscriptionNodeOf<'subscription'>,
  snapshot: SubscriptionSnapshot | undefined,
  facts: SubscriptionFacts,
): NodeDescription {
  const label = displayLabel(snapshot?.subscription.displayName ?? node.subscriptionId);
  if (snapshot === undefined) return row(label, gone);
  const { health } = snapshot;
  const failure = health.kind === 'failed' ? health.failure : undefined;
  const description = healthText(snapshot, facts);
  return {
    label,
    description,
    icon: failure !== undefined ? failureIcon(failure) : health.kind === 'loading' ? loadingIcon : subscriptionIcon,
    accessibleLabel: `Subscription ${label}: ${description}`,
    expansion: 'collapsed',
    capabilities: subscriptionCapabilities(failure),
  };
}

export function subscriptionCapabilities(failure?: AzureFailure): readonly Capability[] {
  return [...repairsOf(failure), 'openInPortal', 'copyId', 'hideSubscription'];
}

function describeFact(
  fact: SubscriptionFact,
  snapshot: SubscriptionSnapshot | undefined,
  facts: SubscriptionFacts,
): NodeDescription {
  if (snapshot === undefined) return row(gone, '');
  const { subscriptionId } = snapshot.subscription;
  switch (fact) {
    case 'problem':
      return describeProblem(snapshot, facts);
    case 'alerts':
      return row('Alerts', alertsText(snapshot, facts), { kind: 'codicon', name: 'bell' });
    case 'rights': {
      const rights = facts.details.rights.of(subscriptionId);
      const readOnly = rights?.kind === 'known' && !canChangeStatus(rights.value);
      const description = readingText(rights, facts, (value) => rightsText(value).short);
      return row('Your rights', description, { kind: 'codicon', name: readOnly ? 'lock' : 'person' });
    }
    case 'plans': {
      const coverage = coverageOf(snapshot, facts);
      const off = coverage?.kind === 'known' && isDefenderOff(coverage.value);
      const description = readingText(coverage, facts, coverageText);
      const known = coverage?.kind === 'known' && coverage.value.plans.length > 0;
      return {
        ...row('Defender plans', description, off ? problemIcon : { kind: 'codicon', name: 'shield' }),
        expansion: known ? 'collapsed' : 'none',
      };
    }
    default:
      return assertNever(fact);
  }
}

/** The cause is in the row above; here stands what to do about it. */
function describeProblem(
  { health, skipped, subscription }: SubscriptionSnapshot,
  facts: SubscriptionFacts,
): NodeDescription {
  if (health.kind === 'failed') {
    const { advice } = failureText(health.failure, facts.timeOfDay);
    return row(advice, '', { kind: 'codicon', name: 'lightbulb' });
  }
  if (skipped.length > 0) return row(`${unreadable(skipped.length)} as alerts`, '', problemIcon);
  return row(`Azure calls this subscription ${displayLabel(subscription.state, 40)}`, '', problemIcon);
}

const sources = { alerts: 'the alerts API', graph: 'Resource Graph, which may lag by minutes' } as const;

function alertsText({ alerts, health, source }: SubscriptionSnapshot, facts: SubscriptionFacts): string {
  const by = source === undefined ? '' : ` through ${sources[source]}`;
  switch (health.kind) {
    case 'loading':
      return 'being read';
    case 'ok': {
      const ago = age(health.at, facts.now);
      const when = ago === undefined || ago === 'now' ? 'now' : `${ago} ago`;
      return `${alerts.length.toLocaleString('en')}, read ${when}${by}`;
    }
    case 'restored':
      return `${alerts.length.toLocaleString('en')}, kept on this machine since ${facts.timeOfDay(health.at)}`;
    case 'failed':
      if (health.staleSince === undefined) return 'never read: how many there are is not known';
      return `${alerts.length.toLocaleString('en')}, read at ${facts.timeOfDay(health.staleSince)}${by}, may have changed since`;
    default:
      return assertNever(health);
  }
}

function readingText<T>(
  reading: Reading<T> | undefined,
  { timeOfDay }: SubscriptionFacts,
  text: (value: T) => string,
): string {
  switch (reading?.kind) {
    case undefined:
    case 'reading':
      return 'being read';
    case 'known':
      return text(reading.value);
    case 'failed':
      return `not known: ${failureText(reading.failure, timeOfDay).cause}`;
    default:
      return assertNever(reading);
  }
}

function describePlan(
  { plan }: SubscriptionNodeOf<'plan'>,
  snapshot: SubscriptionSnapshot | undefined,
  facts: SubscriptionFacts,
): NodeDescription {
  const coverage = snapshot === undefined ? undefined : coverageOf(snapshot, facts);
  const found = coverage?.kind === 'known' ? coverage.value.plans.find(({ name }) => name === plan) : undefined;
  const state = found?.enabled === true ? 'on' : 'off';
  const replaced = found?.deprecated === true ? ' · replaced by another plan' : '';
  const name = state === 'on' ? 'pass-filled' : 'circle-large-outline';
  return row(planTitle(plan), `${state}${replaced}`, { kind: 'codicon', name });
}

function row(label: string, description: string, icon?: NodeIcon): NodeDescription {
  return {
    label,
    description,
    accessibleLabel: description === '' ? label : `${label}: ${description}`,
    expansion: 'none',
    capabilities: [],
    ...(icon === undefined ? {} : { icon }),
  };
}
