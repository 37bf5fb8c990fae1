import type { AzureFailure } from '../domain/azureFailure.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { AlertStore } from './alertStore.ts';
import type { AzureGateway, Clock, Log } from './ports.ts';
import type { Pauses } from './slices.ts';
import type { ReadExtent } from './storeFacts.ts';
import { AlertIntake } from './alertIntake.ts';

export interface RefreshDependencies {
  readonly store: AlertStore;
  /** The way to Azure of this moment; rejects when it cannot be made. */
  readonly gateway: () => Promise<AzureGateway>;
  /** Of the subscriptions that the sign-in reaches, those that the person wants to see. */
  readonly select: (available: readonly Subscription[]) => readonly Subscription[];
  /**
   * Puts into the store what another window has just read, where that is everything; false where Azure has to be read.
   * Absent where there are no other windows.
   */
  readonly takeOver?: () => Promise<boolean>;
  readonly clock: Clock;
  readonly pauses: Pauses;
  readonly log: Log;
}

interface Run {
  readonly abort: AbortController;
  readonly done: Promise<void>;
  readonly extent: ReadExtent;
}

/**
 * Reads Azure into the store. One run at a time: whoever asks while one is under way waits for that one. Subscriptions
 * arrive in the store one by one. Never rejects: failures are in the store.
 */
export class Refresher {
  readonly #dependencies: RefreshDependencies;
  #run: Run | undefined;
  #started = false;
  #loading: Promise<void> | undefined;
  /** Both are counted, so that whoever waited for a while sees whether it is still wanted. */
  #starts = 0;
  #cancels = 0;

  constructor(dependencies: RefreshDependencies) {
    this.#dependencies = dependencies;
  }

  /** True once anything was asked for in this session. */
  get started(): boolean {
    return this.#started;
  }

  refresh(): Promise<void> {
    if (this.#run === undefined) return this.#start();
    return isWhole(this.#run.extent) ? this.#run.done : this.restart();
  }

  /**
   * Reads some of the selected subscriptions again, after whatever is under way: it may read them as well, and fail.
   * Whoever cancels that has cancelled this, too.
   */
  async refreshOnly(subscriptionIds: readonly string[]): Promise<void> {
    const cancels = this.#cancels;
    while (this.#run !== undefined) await this.#run.done;
    if (this.#cancels === cancels) await this.#start({ only: subscriptionIds });
  }

  /** Has something to show: refreshes, or takes what another window has read, unless this was asked for before. */
  ensureLoaded(): Promise<void> {
    if (this.#run !== undefined) return this.#run.done;
    if (this.#started) return this.#loading ?? this.#dependencies.store.whenCorrelated();
    const { takeOver } = this.#dependencies;
    if (takeOver === undefined) return this.#start();
    this.#started = true;
    this.#loading = this.#takeOver(takeOver).finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #takeOver(takeOver: () => Promise<boolean>): Promise<void> {
    const before = this.#starts + this.#cancels;
    const taken = await takeOver().catch(() => false);
    // Meanwhile the person may have asked for a refresh, or signed out.
    const overtaken = this.#starts + this.#cancels !== before;
    if (!taken && !overtaken) return this.#start();
    await (this.#run?.done ?? this.#dependencies.store.whenCorrelated());
  }

  /** For a new sign-in or selection: ends the run under way, whose answers no longer matter, and starts another. */
  restart(): Promise<void> {
    this.#run?.abort.abort();
    return this.#start();
  }

  /** Ends the run under way at once; what it has read so far stays. */
  cancel(): void {
    this.#cancels += 1;
    if (this.#run === undefined) return;
    this.#run.abort.abort();
    this.#run = undefined;
    this.#dependencies.store.apply({ kind: 'refreshCancelled' });
  }

  /** Refreshes without the subscriptions that asking again cannot help yet, or that asked to be left alone. */
  poll(except: ReadonlySet<string>): Promise<void> {
    return this.#run?.done ?? this.#start(except.size === 0 ? {} : { except });
  }

  #start(extent: ReadExtent = {}): Promise<void> {
    const abort = new AbortController();
    this.#started = true;
    this.#starts += 1;
    // Settles after the assignment below: `#read` checks whether it is still the current run.
    const done = Promise.resolve().then(() => this.#read(abort.signal, extent));
    this.#run = { abort, done, extent };
    this.#dependencies.store.apply({ kind: 'refreshStarted', ...extent });
    return done;
  }

  async #read(signal: AbortSignal, { only, except }: ReadExtent): Promise<void> {
    const { clock, log, store } = this.#dependencies;
    const started = clock.now();
    const reading = only === undefined ? this.#readAll(signal, except) : this.#readSome(only, signal);
    const failure = await reading.catch((error: unknown): AzureFailure => internalFailure(error));
    if (signal.aborted) return;
    this.#run = undefined;
    if (failure !== undefined) {
      if (only === undefined) store.apply({ kind: 'listingFailed', failure });
      for (const subscriptionId of only ?? []) store.apply({ kind: 'alertsFailed', subscriptionId, failure });
    }
    store.apply({ kind: 'refreshEnded' });
    // Whoever waits for a refresh wants to look at incidents.
    await store.whenCorrelated();
    log.info('refresh', {
      milliseconds: clock.now() - started,
      outcome: failure?.kind ?? 'listed',
      subscriptions: store.state.subscriptions.length,
      failed: store.state.subscriptions.filter(({ health }) => health.kind === 'failed').length,
      alerts: store.state.subscriptions.reduce((sum, { alerts }) => sum + alerts.length, 0),
    });
  }

  /** Gives the reason why the subscriptions could not be listed, if so. Drops everything once the run was ended. */
  async #readAll(signal: AbortSignal, except?: ReadonlySet<string>): Promise<AzureFailure | undefined> {
    const { gateway: connect, select, store } = this.#dependencies;
    const gateway = await connect();
    const listed = await gateway.listSubscriptions(signal);
    if (signal.aborted) return undefined;
    if (!listed.ok) return listed.failure;
    const selected = select(listed.value);
    const { value: available, failedTenants = [], unreadableRows = [] } = listed;
    store.apply({ kind: 'subscriptionsListed', available, selected, failedTenants, unreadableRows });
    const asked = selected.filter(({ subscriptionId }) => except?.has(subscriptionId) !== true);
    await this.#readAlerts(gateway, asked, signal);
    return undefined;
  }

  async #readSome(only: readonly string[], signal: AbortSignal): Promise<undefined> {
    const wanted = new Set(only);
    const known = this.#dependencies.store.state.subscriptions.map(({ subscription }) => subscription);
    const selected = known.filter(({ subscriptionId }) => wanted.has(subscriptionId));
    await this.#readAlerts(await this.#dependencies.gateway(), selected, signal);
  }

  async #readAlerts(gateway: AzureGateway, selected: readonly Subscription[], signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const ids = selected.map(({ subscriptionId }) => subscriptionId);
    const intake = new AlertIntake(this.#dependencies, ids, signal);
    let failure: AzureFailure = { kind: 'unexpected', code: 'NotRead' };
    try {
      await gateway.readAlerts(selected, intake, signal);
    } catch (error) {
      failure = internalFailure(error);
    }
    await intake.finish(failure);
  }
}

/** A defect of ours or of a library: the error's name says which; its message may hold anything and is not kept. */
function internalFailure(error: unknown): AzureFailure {
  return { kind: 'unexpected', code: error instanceof Error ? error.name : 'Error' };
}

/** Whoever asks for a refresh is served by one under way only when that one leaves nothing out. */
function isWhole({ only, except }: ReadExtent): boolean {
  return only === undefined && except === undefined;
}
