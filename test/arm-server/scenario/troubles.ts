import { assertNever } from '../../../src/domain/assertNever.ts';
import type { Fault, Faults } from '../fault.ts';
import type { Scenario, Trouble } from './scenario.ts';

const securityOfSubscription = /^\/subscriptions\/([^/]+)\/(?:.*\/)?providers\/Microsoft\.Security\//i;

/** The troubles of a scenario's subscriptions, as faults of the server. */
export function troublesOf({ tenants }: Scenario): Faults {
  const troubles = new Map(
    tenants
      .flatMap(({ subscriptions }) => subscriptions)
      .flatMap(({ subscriptionId, trouble }) => (trouble ? [[subscriptionId, faultOf(trouble)] as const] : [])),
  );
  return ({ url }) => {
    const subscriptionId = securityOfSubscription.exec(new URL(url).pathname)?.[1];
    return subscriptionId === undefined ? undefined : troubles.get(subscriptionId.toLowerCase());
  };
}

function faultOf(trouble: Trouble): Fault {
  switch (trouble.kind) {
    case 'throttled':
      return throttled(String(trouble.retryAfterSeconds));
    case 'html':
      return { kind: 'html200' };
    case 'slow':
      return { kind: 'delay', milliseconds: trouble.milliseconds };
    default:
      return assertNever(trouble);
  }
}

function throttled(seconds: string): Fault {
  const message = `Number of requests exceeded the limit. Please try again after '${seconds}' seconds.`;
  return {
    kind: 'answer',
    status: 429,
    headers: { 'content-type': 'application/json; charset=utf-8', 'retry-after': seconds },
    body: JSON.stringify({ error: { code: 'ResourceRequestsThrottled', message } }),
  };
}
