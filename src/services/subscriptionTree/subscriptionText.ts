import { assertNever } from '../../domain/assertNever.ts';
import { canChangeStatus } from '../../domain/alertRights.ts';
import { isDefenderOff, type PlanCoverage } from '../../domain/planCoverage.ts';
import { failureText } from '../failureText.ts';
import type { Reading } from '../readOnce.ts';
import type { SubscriptionDetails } from '../subscriptionDetails.ts';
import type { SubscriptionSnapshot } from '../storeState.ts';
import { age } from '../tree/age.ts';
import type { HealthCounts } from './subscriptionIndex.ts';

/** What the rows of subscriptions are worked out from, besides the subscriptions. */
export interface SubscriptionFacts {
  readonly details: Pick<SubscriptionDetails, 'rights' | 'coverage'>;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly timeOfDay: (time: number) => string;
}

/**
 * A subscription's health in the words of one row. Rows are cut at the end of a narrow side bar: what changes how the
 * alerts are to be read comes first.
 */
export function healthText(snapshot: SubscriptionSnapshot, facts: SubscriptionFacts): string {
  const { health, alerts, skipped } = snapshot;
  switch (health.kind) {
    case 'loading':
      return health.alertsSoFar === 0 ? 'loading' : `loading, ${counted(health.alertsSoFar, 'alert')} so far`;
    case 'ok':
      return joined([
        isOff(snapshot, facts) ? 'Defender is off' : undefined,
        `${counted(alerts.length, 'alert')}${skipped.length === 0 ? '' : `, ${unreadable(skipped.length)}`}`,
        age(health.at, facts.now),
        isReadOnly(snapshot, facts) ? 'read only' : undefined,
      ]);
    case 'restored':
      return `as of ${facts.timeOfDay(health.at)} · ${counted(alerts.length, 'alert')} · from this machine`;
    case 'failed': {
      const { cause } = failureText(health.failure, facts.timeOfDay);
      if (health.staleSince === undefined) return cause;
      return `stale since ${facts.timeOfDay(health.staleSince)} · ${counted(alerts.length, 'alert')} · ${cause}`;
    }
    default:
      return assertNever(health);
  }
}

/** How many of several subscriptions are well: "18 of 20 ok". */
export function countsText({ all, ok, loading, restored }: HealthCounts): string {
  return joined([
    `${ok.toLocaleString('en')} of ${all.toLocaleString('en')} ok`,
    loading === 0 ? undefined : `${loading.toLocaleString('en')} loading`,
    restored === 0 ? undefined : `${restored.toLocaleString('en')} as of earlier`,
  ]);
}

export function unreadable(rows: number): string {
  return `${counted(rows, 'row')} could not be read`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** Resource Graph gives the plans with the alerts; else they are read when somebody looks. */
export function coverageOf(
  { plans, subscription }: SubscriptionSnapshot,
  { details }: SubscriptionFacts,
): Reading<PlanCoverage> | undefined {
  return plans === undefined ? details.coverage.of(subscription.subscriptionId) : { kind: 'known', value: plans };
}

/** Known only once the plans were read: until then nothing is said of them. */
function isOff(snapshot: SubscriptionSnapshot, facts: SubscriptionFacts): boolean {
  const coverage = coverageOf(snapshot, facts);
  return coverage?.kind === 'known' && isDefenderOff(coverage.value);
}

function isReadOnly({ subscription }: SubscriptionSnapshot, { details }: SubscriptionFacts): boolean {
  const rights = details.rights.of(subscription.subscriptionId);
  return rights?.kind === 'known' && !canChangeStatus(rights.value);
}

function joined(facts: readonly (string | undefined)[]): string {
  return facts.filter((fact) => fact !== undefined && fact !== '').join(' · ');
}
