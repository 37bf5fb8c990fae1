import { afterAll, afterEach, beforeAll, it } from 'vitest';
import type { AzureFailure } from '../../src/domain/azureFailure.ts';
import type { StoreState, SubscriptionSnapshot } from '../../src/services/storeState.ts';
import { noteFault, noteTest } from './faultPage.ts';
import { faulty, openFaultWorld, steady, type FaultWorld } from './faultWorld.ts';
import { HoldWatch, type Strain } from './holdWatch.ts';
import { expectInvariants } from './invariants.ts';
import { startProduct, type Circumstances, type Product } from './product.ts';
import { subscriptionRow, type SubscriptionRow } from './subscriptionRow.ts';
import { Unheard } from './unheard.ts';

/** One fault, and what must come of it. */
export interface Trial extends Partial<Circumstances> {
  /** The name by which the server is told what to do. */
  readonly fault: string;
  /** What goes wrong, where that is not the server's doing. */
  readonly spoil?: (world: FaultWorld) => void | Promise<void>;
  /** Takes it back. */
  readonly mend?: (world: FaultWorld) => void | Promise<void>;
  /** The subscription that it hits. */
  readonly subscriptionId?: string;
  /** `healed`: the person sees nothing of it. Else the failure, and what stands in the subscription's row. */
  readonly outcome: 'healed' | Partial<AzureFailure>;
  readonly row?: RegExp;
  /** Most requests for lists of that subscription. */
  readonly requests: number;
  /** Everything is hit, so that the neighbour notices, too. */
  readonly everywhere?: boolean;
  /** Milliseconds in which the refresh must be over. */
  readonly within?: number;
  /** Most bytes by which memory may grow: 200 MB where nothing is said. */
  readonly memory?: number;
  /** The longest of 99 in 100 turns of the event loop, of the processor's milliseconds: 100 where nothing is said. */
  readonly hold?: number;
}

/** What was seen while the fault lasted. */
export interface Seen {
  readonly product: Product;
  readonly before: StoreState;
  readonly state: StoreState;
  readonly snapshot: SubscriptionSnapshot;
  readonly row: SubscriptionRow;
  readonly requests: number;
  readonly milliseconds: number;
  readonly strain: Strain;
  readonly unheard: readonly string[];
  readonly checklists: readonly [before: string, after: string];
  /** Connections to, and requests of, the server that nothing may reach. */
  readonly strayed: number;
}

/**
 * A family of trials against servers of its own. Each reads everything once while all is well, lets the fault happen
 * during a second refresh of the same product, and asserts what must come of this fault and what must hold under any.
 */
export function faultTrials(): {
  readonly world: () => FaultWorld;
  readonly survives: (title: string, trial: Trial, more?: (seen: Seen) => void | Promise<void>) => void;
} {
  let opened: FaultWorld | undefined;
  const world = (): FaultWorld => {
    if (opened === undefined) throw new Error('The servers run during tests only');
    return opened;
  };
  beforeAll(async () => void (opened = await openFaultWorld()));
  afterAll(() => opened?.close());
  afterEach(({ task }) => noteTest(task));
  const survives = (title: string, trial: Trial, more?: (seen: Seen) => void | Promise<void>): void => {
    const [number = ''] = trial.fault.split(' ');
    it(`${number}: ${title}`, async () => {
      const seen = await undergo(world(), trial);
      const { requests, milliseconds, row } = seen;
      const noted = { title: `${number}: ${title}`, fault: trial.fault, requests, milliseconds };
      noteFault({ ...noted, outcome: outcomeOf(seen), row: row.description });
      expectInvariants(world(), trial, seen);
      await more?.(seen);
    });
  };
  return { world, survives };
}

function outcomeOf({ snapshot: { health } }: Seen): string {
  return health.kind === 'failed' ? health.failure.kind : 'healed';
}

async function undergo(world: FaultWorld, trial: Trial): Promise<Seen> {
  const { subscriptionId = faulty } = trial;
  const product = startProduct(world, { selected: [subscriptionId, steady], ...trial });
  await product.refresher.refresh();
  const before = product.store.state;
  const checklists = await world.checklistBytes();
  if (trial.spoil === undefined) world.inject(trial.fault, subscriptionId);
  else await trial.spoil(world);
  const [requests, connections] = [world.server.requests.length, world.elsewhere.connections()];
  const watch = new HoldWatch();
  const unheard = new Unheard();
  const began = performance.now();
  try {
    await product.refresher.refresh();
    const milliseconds = performance.now() - began;
    const strain = watch.stop();
    const { state } = product.store;
    const lists = world.server.requests.slice(requests).filter(({ url }) => url.includes(subscriptionId));
    return {
      product,
      before,
      state,
      snapshot: snapshotOf(state, subscriptionId),
      row: subscriptionRow(state, subscriptionId),
      requests: lists.length,
      milliseconds,
      strain,
      unheard: await unheard.stop(),
      checklists: [checklists, await world.checklistBytes()],
      strayed: world.elsewhere.connections() - connections,
    };
  } finally {
    watch.stop();
    await unheard.stop();
    world.inject(undefined, subscriptionId);
    await trial.mend?.(world);
  }
}

export function snapshotOf(state: StoreState, subscriptionId: string): SubscriptionSnapshot {
  const found = state.subscriptions.find(({ subscription }) => subscription.subscriptionId === subscriptionId);
  if (found === undefined) throw new Error('The subscription is gone');
  return found;
}
