import { afterAll, afterEach, beforeAll, it } from 'vitest';
import type { AzureFailure } from '../../src/domain/azureFailure.ts';
import type { StoreState, SubscriptionSnapshot } from '../../src/services/storeState.ts';
import { noteFault, noteTest } from './faultPage.ts';
import { openFaultWorld, type FaultWorld } from './faultWorld.ts';
import type { Strain } from './holdWatch.ts';
import { expectInvariants, type Exempt, type InvariantName } from './invariants.ts';
import type { Circumstances, Product } from './product.ts';
import type { SubscriptionRow } from './subscriptionRow.ts';
import { undergo } from './undergo.ts';

/** One fault, and what must come of it. */
export interface Trial extends Partial<Circumstances> {
  /** The name by which the server is told what to do. */
  readonly fault: string;
  /** What is there before the product starts. */
  readonly prepare?: (world: FaultWorld) => void | Promise<void>;
  /** What goes wrong, where that is not the server's doing. */
  readonly spoil?: (world: FaultWorld) => void | Promise<void>;
  /** Takes both back. */
  readonly mend?: (world: FaultWorld) => void | Promise<void>;
  /** What is done while the fault lasts, in place of one refresh; gives the window that is looked at from then on. */
  readonly meanwhile?: (product: Product, world: FaultWorld) => Promise<Product | undefined>;
  /** The subscription that it hits. */
  readonly subscriptionId?: string;
  /** `healed`: the person sees nothing of it. Else the failure, and what stands in the subscription's row. */
  readonly outcome: 'healed' | Partial<AzureFailure>;
  readonly row?: RegExp;
  /** Most requests that name that subscription. */
  readonly requests: number;
  /** Everything is hit, so that the neighbour notices, too. */
  readonly everywhere?: boolean;
  /** Milliseconds in which the refresh must be over. */
  readonly within?: number;
  /** Milliseconds after which a refresh under the same fault is cancelled. */
  readonly cancelAfter?: number;
  /** Larger limits of I8 than those for all, and why they are. */
  readonly strain?: {
    /** Most bytes by which memory may grow. */
    readonly memory?: number;
    /** The longest of 99 in 100 turns of the event loop, in milliseconds of the processor. */
    readonly hold?: number;
    readonly because: string;
  };
  /** Invariants that cannot hold of this fault by its nature, and why. */
  readonly exempt?: Exempt;
}

/** What was seen while the fault lasted. */
export interface Sight {
  readonly product: Product;
  readonly before: StoreState;
  readonly state: StoreState;
  readonly snapshot: SubscriptionSnapshot;
  readonly row: SubscriptionRow;
  readonly requests: number;
  readonly milliseconds: number;
  readonly strain: Strain;
  readonly checklists: readonly [before: string, after: string];
  /** Connections to the server that nothing may reach. */
  readonly strayed: number;
  /** Names under which the server was asked. */
  readonly hosts: ReadonlySet<string | undefined>;
}

/** The same, and what came of another refresh under the same fault that was cancelled. */
export interface Seen extends Sight {
  /** Milliseconds from the click on Cancel to the end, and the state after it. */
  readonly cancelled: { readonly milliseconds: number; readonly state: StoreState };
  readonly unheard: readonly string[];
}

/**
 * A family of trials against servers of its own. Each reads everything once while all is well, lets the fault happen
 * during a second refresh of the same product, and asserts what must come of this fault and what must hold under any.
 */
export function faultTrials(): {
  readonly world: () => FaultWorld;
  readonly survives: (title: string, trial: Trial, more?: (seen: Sight) => void | Promise<void>) => void;
} {
  let opened: FaultWorld | undefined;
  const world = (): FaultWorld => {
    if (opened === undefined) throw new Error('The servers run during tests only');
    return opened;
  };
  beforeAll(async () => void (opened = await openFaultWorld()));
  afterAll(() => opened?.close());
  afterEach(({ task }) => noteTest(task));
  const survives = (title: string, trial: Trial, more?: (seen: Sight) => void | Promise<void>): void => {
    const [number = ''] = trial.fault.split(' ');
    it(`${number}: ${title}`, async () => {
      const seen = await undergo(world(), trial, more);
      const held: InvariantName[] = [];
      try {
        expectInvariants(world(), trial, seen, held);
      } finally {
        const { requests, milliseconds, row } = seen;
        const noted = { title: `${number}: ${title}`, fault: trial.fault, requests, milliseconds, held };
        const { exempt = {}, strain } = trial;
        const reasons = { ...exempt, ...(strain && { I8: strain.because }) };
        noteFault({ ...noted, reasons, outcome: outcomeOf(seen), row: row.description });
      }
    });
  };
  return { world, survives };
}

function outcomeOf({ snapshot: { health } }: Seen): string {
  return health.kind === 'failed' ? health.failure.kind : 'healed';
}

export function snapshotOf(state: StoreState, subscriptionId: string): SubscriptionSnapshot {
  const found = state.subscriptions.find(({ subscription }) => subscription.subscriptionId === subscriptionId);
  if (found === undefined) throw new Error('The subscription is gone');
  return found;
}
