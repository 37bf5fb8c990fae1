import type { AzureFailure } from '../../domain/azureFailure.ts';
import { displayLabel } from '../../domain/displayText.ts';
import type { UnreadableRows } from '../../services/ports.ts';
import { unreadableCount } from '../../services/listingGaps.ts';
import { failureText } from '../../services/failureText.ts';
import { signInProblem } from '../../services/signIn/signInProblem.ts';
import type { SignInMethod } from './alertsListOptions.ts';
import type { AlertsReport, ReadOutcome, Stop, SubscriptionReport } from './alertsReport.ts';
import { isRead } from './alertsReport.ts';

/** One line about a subscription; its first word is `ok` or the kind of failure, its second the id. */
export function healthLine(
  { subscriptionId, displayName, seconds, outcome }: SubscriptionReport,
  signIn: SignInMethod,
): string {
  const name = displayName === undefined ? '' : ` "${displayLabel(displayName, 80)}"`;
  if (!isRead(outcome)) return `${outcome.failure.kind} ${subscriptionId}${name} ${sentences(outcome.failure, signIn)}`;
  return `ok ${subscriptionId}${name} ${numbersOf(outcome)}, after ${seconds.toFixed(1)} s`;
}

/** The same about what stands above subscriptions: `tenant ID`, or the list of subscriptions itself. */
export function failureLine(subject: string, failure: AzureFailure, signIn: SignInMethod): string {
  return `${failure.kind} ${displayLabel(subject)} ${sentences(failure, signIn)}`;
}

/** Of a list of which some rows could not be read. */
export function unreadableLine({ tenantId, rows }: UnreadableRows): string {
  const list = tenantId === undefined ? 'tenants' : `subscriptions of tenant ${displayLabel(tenantId)}`;
  return `unreadable ${count(rows, 'row')} of the list of ${list}: what they stand for is missing here`;
}

function numbersOf({ alerts, shown, skipped, pages, source, graphFailure }: ReadOutcome): string {
  const found = shown === alerts ? count(alerts, 'alert') : `${shown} of ${count(alerts, 'alert')}`;
  const lost = skipped === 0 ? '' : `, ${count(skipped, 'row')} could not be read`;
  const instead = graphFailure === undefined ? '' : `, as Resource Graph gave ${graphFailure.kind}`;
  return `${found}, ${count(pages, 'page')}${source === 'graph' ? ' of Resource Graph' : ''}${instead}${lost}`;
}

function sentences(failure: AzureFailure, signIn: SignInMethod): string {
  const { cause, advice } = failureText(failure, minuteOf);
  const detail = 'detail' in failure ? ` (${displayLabel(failure.detail, 60)})` : '';
  return `${cause}${detail}. ${adviceHere(failure, signIn) ?? advice}`;
}

/** Advice where that for VS Code does not help. */
function adviceHere(failure: AzureFailure, signIn: SignInMethod): string | undefined {
  switch (failure.kind) {
    case 'notSignedIn':
      if (failure.clockOff !== undefined || isSaidWell(failure.detail)) return undefined;
      return signIn === 'environment'
        ? 'Check AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, and that the tenant knows this application.'
        : 'Run "az login", or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET.';
    case 'offline':
      return 'Check the network connection, HTTPS_PROXY and NO_PROXY.';
    case 'proxyRefused':
      return 'Check HTTPS_PROXY and NO_PROXY.';
    case 'throttled':
      return 'Azure limits the number of requests. Run it again after that time.';
    case 'cancelled':
      return 'Run it again.';
    default:
      return undefined;
  }
}

/** Sign-in problems whose advice speaks of Entra ID or the Azure CLI, and not of VS Code. */
const anywhere = /^(?:AADSTS\d+|AzLoginNeeded|AzTooSlow|AzFailed|CertificateUnreadable|SignInTimedOut)$/;

function isSaidWell(detail: string | undefined): boolean {
  return detail !== undefined && anywhere.test(detail) && signInProblem(detail) !== undefined;
}

/** In UTC: what is written to a log is read elsewhere. */
function minuteOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16)}Z`;
}

const stops: Readonly<Record<Stop, string>> = {
  interrupted: 'interrupted: ',
  timeout: 'timed out: ',
  outputGone: '',
};

/** The last line: its first word says whether everything was read. */
export function summaryLine(report: AlertsReport): string {
  const { subscriptions, failedTenants, unreadableRows, seconds, stop } = report;
  const read = subscriptions.map(({ outcome }) => outcome).filter(isRead);
  const shown = read.reduce((sum, outcome) => sum + outcome.shown, 0);
  const skipped = read.reduce((sum, outcome) => sum + outcome.skipped, 0);
  const unread = subscriptions.length - read.length;
  const unlisted = unreadableCount(unreadableRows);
  const gaps = [
    ...(unread === 0 ? [] : [`${count(unread, 'subscription')} could not be read`]),
    ...(failedTenants.length === 0 ? [] : [`${count(failedTenants.length, 'tenant')} could not be asked`]),
    ...(unlisted === 0
      ? []
      : [`${count(unlisted, 'row')} of the lists of tenants and subscriptions could not be read`]),
    ...(skipped === 0 ? [] : [`${count(skipped, 'row')} could not be read`]),
  ];
  const verdict = read.length === 0 ? 'nothing read' : gaps.length + (stop ? 1 : 0) === 0 ? 'complete' : 'partial';
  const found = `${count(shown, 'alert')} of ${count(read.length, 'subscription')}`;
  return `${stop ? stops[stop] : ''}${verdict}: ${[found, ...gaps].join(', ')}, ${seconds.toFixed(1)} s`;
}

function count(quantity: number, noun: string): string {
  return `${quantity} ${noun}${quantity === 1 ? '' : 's'}`;
}
