import type { Json } from '../../domain/json.ts';
import { isJsonObject, ownValue } from '../../domain/json.ts';
import { unexpected } from '../failureError.ts';
import type { ReadableHeaders } from '../retryAfter.ts';

/** One page of the answer to a query. */
export interface GraphPage {
  readonly rows: readonly Json[];
  /** Rows of all pages together, as counted for this page. */
  readonly totalRecords: number;
  /** Present where another page follows. */
  readonly skipToken?: string;
}

/**
 * Reads the answer to a query. Strict on purpose: an answer that was cut short, or that left subscriptions out because
 * there were too many, must never look like all there is.
 *
 * @param body the parsed JSON as the service sent it.
 * @throws FailureError `unexpected`: BadEnvelope, TruncatedAnswer, SubscriptionLimitHit.
 */
export function readGraphPage(body: unknown, headers: ReadableHeaders): GraphPage {
  if (!isJsonObject(body)) throw unexpected('BadEnvelope');
  const rows = ownValue(body, 'data');
  const totalRecords = ownValue(body, 'totalRecords');
  const token = ownValue(body, '$skipToken') ?? '';
  if (!Array.isArray(rows) || !isCount(totalRecords) || typeof token !== 'string') throw unexpected('BadEnvelope');
  if (ownValue(body, 'count') !== rows.length) throw unexpected('BadEnvelope');
  if (headers.get('x-ms-tenant-subscription-limit-hit')?.toLowerCase() === 'true') {
    throw unexpected('SubscriptionLimitHit');
  }
  if (token === '' && !isWhole(ownValue(body, 'resultTruncated'))) throw unexpected('TruncatedAnswer');
  return { rows: rows as readonly Json[], totalRecords, ...(token === '' ? {} : { skipToken: token }) };
}

/** The flag is a text on the wire. */
function isWhole(truncated: Json | undefined): boolean {
  return truncated === 'false' || truncated === false;
}

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
