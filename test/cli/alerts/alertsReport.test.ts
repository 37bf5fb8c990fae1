import { describe, expect, it } from 'vitest';
import type { AlertsReport, SubscriptionReport } from '../../../src/cli/alerts/alertsReport.ts';
import { exitCodeOf } from '../../../src/cli/alerts/alertsReport.ts';
import { summaryLine } from '../../../src/cli/alerts/healthLine.ts';

const about = { subscriptionId: 'a', seconds: 1 };
const read = (skipped = 0): SubscriptionReport => ({
  ...about,
  outcome: { alerts: 2, shown: 2, skipped, pages: 1, source: 'alerts' },
});
const failed: SubscriptionReport = { ...about, outcome: { failure: { kind: 'forbidden' } } };
const report = (wish: Partial<AlertsReport>): AlertsReport => ({
  subscriptions: [],
  failedTenants: [],
  unreadableRows: [],
  seconds: 1.25,
  ...wish,
});
const tenant = { tenantId: 't', failure: { kind: 'forbidden' } } as const;

describe('what the shell and the last line say', () => {
  it.each<[Partial<AlertsReport>, number, string]>([
    [{ subscriptions: [read(), read()] }, 0, 'complete: 4 alerts of 2 subscriptions, 1.3 s'],
    [
      { subscriptions: [read(), failed] },
      3,
      'partial: 2 alerts of 1 subscription, 1 subscription could not be read, 1.3 s',
    ],
    [{ subscriptions: [read(3)] }, 3, 'partial: 2 alerts of 1 subscription, 3 rows could not be read, 1.3 s'],
    [
      { subscriptions: [read()], failedTenants: [tenant] },
      3,
      'partial: 2 alerts of 1 subscription, 1 tenant could not be asked, 1.3 s',
    ],
    [
      { subscriptions: [read()], unreadableRows: [{ rows: 1 }, { tenantId: 't', rows: 2 }] },
      3,
      'partial: 2 alerts of 1 subscription, 3 rows of the lists of tenants and subscriptions could not be read, 1.3 s',
    ],
    [
      { subscriptions: [failed] },
      2,
      'nothing read: 0 alerts of 0 subscriptions, 1 subscription could not be read, 1.3 s',
    ],
    // No subscription in reach, or no list of them: an empty output must not pass for an empty estate.
    [{}, 2, 'nothing read: 0 alerts of 0 subscriptions, 1.3 s'],
    [{ subscriptions: [read()], stop: 'timeout' }, 3, 'timed out: partial: 2 alerts of 1 subscription, 1.3 s'],
    [{ stop: 'timeout' }, 2, 'timed out: nothing read: 0 alerts of 0 subscriptions, 1.3 s'],
    [{ subscriptions: [read()], stop: 'interrupted' }, 130, 'interrupted: partial: 2 alerts of 1 subscription, 1.3 s'],
  ])('%o is %i, "%s"', (wish, code, line) => {
    expect(exitCodeOf(report(wish))).toBe(code);
    expect(summaryLine(report(wish))).toBe(line);
  });

  it('a reader that went away had all that it wanted', () => {
    expect(exitCodeOf(report({ subscriptions: [read(), failed], stop: 'outputGone' }))).toBe(0);
  });
});
