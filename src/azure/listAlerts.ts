import { setImmediate as turn } from 'node:timers/promises';
import type { Subscription } from '../domain/subscription.ts';
import type { AlertListing, Cancellation } from '../services/ports.ts';
import type { Arm } from './arm.ts';
import { armGet } from './armGet.ts';
import { ListingDraft } from './listingDraft.ts';
import { ownTurn } from './ownTurn.ts';
import { readPages } from './pages.ts';
import { alertsApiVersion } from './pipeline/alertsApiVersion.ts';
import { WordPool } from './wire/wordPool.ts';

/** Rows that are mapped before other work of the extension host gets its turn: some five milliseconds. */
export const rowsAtOnce = 250;

/**
 * Every alert of one subscription. Pages are mapped as they arrive, so that the JSON of only one is held at a time,
 * unless rows are kept.
 *
 * @param words shares repeated texts with the other listings of a refresh.
 * @throws FailureError, or what the pipeline throws; never gives a listing that ended early.
 */
export async function listAlerts(
  { clients, clock, keepRows = false }: Arm,
  subscription: Subscription,
  cancellation: Cancellation,
  onPage?: (alertsSoFar: number) => void,
  words = new WordPool(),
): Promise<AlertListing> {
  const client = clients.forTenant(subscription.tenantId);
  const first = clients.link(
    ['subscriptions', subscription.subscriptionId, 'providers', 'Microsoft.Security', 'alerts'],
    alertsApiVersion,
  );
  const draft = new ListingDraft({ source: subscription, words, keepRows });
  let pages = 0;
  for await (const { rows } of readPages(first, (link) => armGet(client, link, cancellation, clock))) {
    // A short page waits for no other: its next one would be asked for later.
    const breathe = rows.length > rowsAtOnce ? ownTurn : turn;
    for (const [index, row] of rows.entries()) {
      // Answers that come quickly, and pages that are large, must not keep VS Code from everything else.
      if (index % rowsAtOnce === 0) await breathe();
      draft.add(row);
    }
    pages += 1;
    onPage?.(draft.count);
  }
  return draft.finish(pages, 'alerts');
}
