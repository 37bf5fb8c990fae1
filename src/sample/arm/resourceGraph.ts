import { isAllowed } from '../../domain/permission.ts';
import { subscriptionsSeenFrom } from '../directory.ts';
import type { SampleSubscription } from '../directory.ts';
import { PageNumbering } from '../wire/pageNumbering.ts';
import { renderAlert } from '../wire/renderAlert.ts';
import { jsonAnswer } from './answers.ts';
import { badRequest, refused } from './errors.ts';
import { runQuery, UnsupportedQuery } from './kql.ts';
import { permissionsOf } from './permissions.ts';
import { pricingsOf } from './pricings.ts';
import { readResourceGraphRequest, writeSkipToken } from './resourceGraphRequest.ts';
import type { ArmResponse } from '../armMessage.ts';
import type { Call } from './call.ts';
import type { Row } from './kqlValue.ts';
import type { ResourceGraphRequest } from './resourceGraphRequest.ts';
import type { Session } from './session.ts';

/** Resource Graph over the security data of all subscriptions that the caller may read: one question for them all. */
export function queryResources(call: Call): ArmResponse {
  const { session } = call;
  const request = readResourceGraphRequest(call.body);
  if (request === undefined) return badRequest(session, 'BadRequest', 'The request has no query, or a foreign token.');
  const readable = readableOf(call, request.subscriptions);
  if (readable.length === 0) return refused(session, 'NoValidSubscriptionsInQueryRequest');
  try {
    const rows = runQuery(request.query, { securityresources: readable.flatMap((each) => rowsOf(session, each)) });
    return jsonAnswer(session, 200, pageOfRows(rows, request), quotaHeaders);
  } catch (error) {
    if (error instanceof UnsupportedQuery) return badRequest(session, 'InvalidQuery', error.message);
    throw error;
  }
}

/** Every caller has 15 queries in 5 seconds; a session in which time stands still never uses them up. */
const quotaHeaders = { 'x-ms-user-quota-remaining': '14', 'x-ms-user-quota-resets-after': '00:00:05' };

/** What may not be read is left out without a word. */
function readableOf({ session, caller }: Call, wanted: readonly string[] | undefined): readonly SampleSubscription[] {
  const asked = wanted && new Set(wanted.map((id) => id.toLowerCase()));
  return subscriptionsSeenFrom(session.directory, caller.tid).filter(
    ({ access, subscriptionId }) => access !== 'forbidden' && (asked?.has(subscriptionId) ?? true),
  );
}

/** The table of security data, as far as the sample environment has it: alerts, and the plans of Defender. */
function rowsOf(session: Session, subscription: SampleSubscription): readonly Row[] {
  if (subscription.access === 'notRegistered') return [];
  const { subscriptionId, tenant } = subscription;
  const place = { tenantId: tenant.tenantId, subscriptionId };
  const alerts = session.alerts.list({ subscriptionId }).map((alert): Row => {
    const { properties } = renderAlert(alert, '2022-01-01', new PageNumbering()) as { properties: Row };
    return {
      ...place,
      id: alert.id,
      name: alert.name,
      type: 'microsoft.security/locations/alerts',
      location: alert.region,
      resourceGroup: alert.resourceGroup?.toLowerCase() ?? '',
      properties: withCapitalKeys(properties),
    };
  });
  const plans = pricingsOf(subscription).map((plan): Row => {
    return { ...plan, ...place, type: 'microsoft.security/pricings', location: '', resourceGroup: '' };
  });
  const permissions = permissionsOf(subscription);
  return [...alerts, ...plans].filter(({ type }) => isAllowed(permissions, `${String(type)}/read`));
}

/** Resource Graph writes the keys of alert properties with a capital, unlike the alerts API. */
function withCapitalKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withCapitalKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [capitalised(key), withCapitalKeys(inner)]));
}

function capitalised(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

function pageOfRows(rows: readonly Row[], { skip, top, asTable }: ResourceGraphRequest): object {
  const page = rows.slice(skip, skip + top);
  const hasMore = skip + page.length < rows.length;
  // Without an id column the engine cannot go on from a row, and says so by leaving out the token.
  const canContinue = hasMore && page.every((row) => 'id' in row);
  return {
    totalRecords: rows.length,
    count: page.length,
    data: asTable ? tableOf(page) : page,
    facets: [],
    resultTruncated: hasMore && !canContinue ? 'true' : 'false',
    ...(canContinue && { $skipToken: writeSkipToken(skip + page.length) }),
  };
}

function tableOf(rows: readonly Row[]): object {
  const names = Object.keys(rows[0] ?? {});
  return {
    columns: names.map((name) => ({ name, type: typeof rows[0]?.[name] === 'object' ? 'object' : 'string' })),
    rows: rows.map((row) => names.map((name) => row[name] ?? null)),
  };
}
