import type { AzureFailure } from '../../domain/azureFailure.ts';
import type { PlanCoverage } from '../../domain/planCoverage.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { AlertListing, AlertSink, Cancellation } from '../../services/ports.ts';
import type { Arm } from '../arm.ts';
import { inParallel } from '../inParallel.ts';
import { toFailure } from '../toFailure.ts';
import type { WordPool } from '../wire/wordPool.ts';
import { mostRows, mostSubscriptions } from './askGraph.ts';
import type { CensusEntry } from './census.ts';
import { takeCensus } from './census.ts';
import { mayFareBetter } from './mayFareBetter.ts';
import { packSubscriptions } from './packSubscriptions.ts';
import { readPack } from './readPack.ts';

/** Queries of one tenant at once. The quota is what limits them: more would only wait. */
const queriesAtOnce = 4;

/** What Resource Graph could tell of a subscription that it does not settle. */
export interface LeftOver {
  /** Why it failed, if it did. */
  readonly graphFailure?: AzureFailure;
  readonly plans?: PlanCoverage;
}

export interface GraphReaderOptions {
  readonly sink: AlertSink;
  /** Hears of each subscription that Resource Graph did not prove to have in full: it is to be read in another way. */
  readonly leaveOver: (subscription: Subscription, told: LeftOver) => void;
  /** Whether it may be believed that a subscription has no alerts. */
  readonly isEmptyConfirmed: (subscriptionId: string) => boolean;
  readonly cancellation: Cancellation;
  readonly words: WordPool;
}

/**
 * Reads the alerts of many subscriptions of one tenant through Resource Graph. First it counts them, which settles those
 * without alerts; then it reads the others in packs that fill pages. Each subscription is told once: settled, or left
 * over.
 */
export class GraphReader {
  readonly #arm: Arm;
  readonly #tenantId: string;
  readonly #options: GraphReaderOptions;
  /** What was not told yet. */
  readonly #open: Map<string, Subscription>;

  /** @param subscriptions all of one tenant. */
  constructor(arm: Arm, tenantId: string, subscriptions: readonly Subscription[], options: GraphReaderOptions) {
    this.#arm = arm;
    this.#tenantId = tenantId;
    this.#options = options;
    this.#open = new Map(subscriptions.map((subscription) => [subscription.subscriptionId, subscription]));
  }

  /** Settles when every subscription was told; never rejects for what Azure does. */
  async read(): Promise<void> {
    const chunks = chunksOf([...this.#open.keys()], mostSubscriptions);
    const counted = await inParallel(chunks, queriesAtOnce, (ids) => this.#count(ids));
    const packs = packSubscriptions(counted.flat(), mostRows, mostSubscriptions);
    await inParallel(packs, queriesAtOnce, (pack) => this.#readPack(pack));
  }

  /** Gives those that have alerts. */
  async #count(ids: readonly string[]): Promise<readonly CensusEntry[]> {
    const { cancellation } = this.#options;
    const census = await this.#attempt(ids, () => takeCensus(this.#arm, this.#tenantId, ids, cancellation));
    for (const entry of census) if (entry.alerts === 0) this.#settleEmpty(entry);
    const seen = new Set(census.map(({ subscriptionId }) => subscriptionId));
    for (const id of ids) if (!seen.has(id)) this.#leaveOver(id);
    await this.#options.sink.room?.();
    return census.filter(({ alerts }) => alerts > 0);
  }

  async #readPack(members: readonly CensusEntry[]): Promise<void> {
    const { cancellation, sink, words } = this.#options;
    const arriving: AlertSink['arriving'] = (id, alertsSoFar) => sink.arriving(id, alertsSoFar);
    const ids = members.map(({ subscriptionId }) => subscriptionId);
    const pack = { tenantId: this.#tenantId, members };
    const read = await this.#attempt(ids, () => readPack(this.#arm, pack, { cancellation, words, arriving }));
    for (const { entry, listing } of read) this.#settle(entry, listing);
    for (const id of ids) this.#leaveOver(id);
    await sink.room?.();
  }

  /** What the work gives; nothing when it failed, and then the subscriptions were told why. */
  async #attempt<T>(ids: readonly string[], work: () => Promise<readonly T[]>): Promise<readonly T[]> {
    const { clock } = this.#arm;
    try {
      return await work();
    } catch (error) {
      const failure = toFailure(error, clock.now());
      this.#fail(ids, failure);
      return [];
    }
  }

  #fail(ids: readonly string[], failure: AzureFailure): void {
    const fellBack = mayFareBetter(failure);
    if (failure.kind !== 'cancelled') {
      const code = failure.kind === 'unexpected' ? { code: failure.code } : {};
      this.#arm.log.warn('azure.graphFailed', { kind: failure.kind, ...code, subscriptions: ids.length, fellBack });
    }
    for (const id of ids) {
      if (fellBack) this.#leaveOver(id, { graphFailure: failure });
      else if (this.#open.delete(id)) this.#options.sink.settled(id, { ok: false, failure });
    }
  }

  #settleEmpty(entry: CensusEntry): void {
    const { subscriptionId, plans } = entry;
    if (this.#options.isEmptyConfirmed(subscriptionId)) this.#settle(entry, { alerts: [], skipped: [], pages: 1 });
    else this.#leaveOver(subscriptionId, { plans });
  }

  #settle({ subscriptionId, plans }: CensusEntry, listing: Omit<AlertListing, 'source'>): void {
    if (!this.#open.delete(subscriptionId)) return;
    const rows = this.#arm.keepRows === true ? { rows: [] } : {};
    this.#options.sink.settled(subscriptionId, { ok: true, value: { ...rows, ...listing, source: 'graph', plans } });
  }

  #leaveOver(subscriptionId: string, told: LeftOver = {}): void {
    const subscription = this.#open.get(subscriptionId);
    if (subscription === undefined) return;
    this.#open.delete(subscriptionId);
    this.#options.leaveOver(subscription, told);
  }
}

function chunksOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
