import { safeJson } from '../../formats/safeJson.ts';
import type { AlertsOutput } from '../alertsOutput.ts';
import { isRead, type AlertsReport, type SubscriptionReport } from '../alertsReport.ts';

/** One document in the form of a page of the API, an alert a line, and behind it what came of each subscription. */
export function alertsJson(): AlertsOutput {
  let separator = '\n';
  return {
    needsRows: true,
    begin: () => ['{"value":['],
    *alerts(found) {
      for (const { row } of found) {
        yield separator + safeJson(row);
        separator = ',\n';
      }
    },
    *end(report) {
      yield '\n],\n"subscriptions":[';
      yield report.subscriptions.map((each) => `\n${safeJson(subscriptionOf(each))}`).join(',');
      yield `\n],\n"failedTenants":${safeJson(failedTenantsOf(report))},\n"unreadableRows":${safeJson(unreadableOf(report))}`;
      yield `,\n"seconds":${report.seconds.toFixed(3)}}\n`;
    },
  };
}

function subscriptionOf({ outcome, seconds, ...subscription }: SubscriptionReport): object {
  return { ...subscription, ...settledOf(outcome), seconds: Number(seconds.toFixed(3)) };
}

/** Of failures the kinds only: one may carry a challenge, which is a header. */
function settledOf(outcome: SubscriptionReport['outcome']): object {
  if (!isRead(outcome)) return { result: outcome.failure.kind };
  const { graphFailure, ...numbers } = outcome;
  return { result: 'ok', ...numbers, ...(graphFailure && { graphResult: graphFailure.kind }) };
}

function failedTenantsOf({ failedTenants }: AlertsReport): readonly object[] {
  return failedTenants.map(({ tenantId, failure }) => ({ tenantId, result: failure.kind }));
}

/** Without names of tenants, which are Azure's words; the list of tenants has no id. */
function unreadableOf({ unreadableRows }: AlertsReport): readonly object[] {
  return unreadableRows.map(({ tenantId, rows }) => ({ ...(tenantId !== undefined && { tenantId }), rows }));
}
