import type { Json } from '../domain/json.ts';
import type { Cancellation } from '../services/ports.ts';
import type { Arm } from './arm.ts';
import { armGet } from './armGet.ts';
import { readPages } from './pages.ts';

/** A list of Resource Manager, and the tenant whose token may read it; without one, the account's own. */
export interface ListAddress {
  readonly tenantId: string | undefined;
  readonly segments: readonly string[];
  readonly apiVersion: string;
}

/**
 * The rows of all pages of a list that is short enough to be held as a whole.
 *
 * @throws FailureError, or what the pipeline throws.
 */
export async function readRows(
  { clients, clock }: Arm,
  { tenantId, segments, apiVersion }: ListAddress,
  cancellation: Cancellation,
): Promise<readonly Json[]> {
  const client = clients.forTenant(tenantId);
  const all: Json[] = [];
  const first = clients.link(segments, apiVersion);
  for await (const { rows } of readPages(first, (link) => armGet(client, link, cancellation, clock))) all.push(...rows);
  return all;
}
