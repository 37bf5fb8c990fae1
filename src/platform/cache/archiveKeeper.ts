import type { AlertStore } from '../../services/alertStore.ts';
import { isSettled, toArchive } from '../../services/archive/toArchive.ts';
import type { ArchiveLimits } from '../../services/archive/mergeArchive.ts';
import type { Clock } from '../../services/ports.ts';
import type { Correlation } from '../../domain/correlation/correlation.ts';
import { sliced, type Pauses } from '../../services/slices.ts';
import { DelayedWriting } from './delayedWriting.ts';
import type { IncidentArchive } from './incidentArchive.ts';

/** Several changes in a row are written at once. Milliseconds. */
const quietMilliseconds = 2_000;

/** What the person wants of the archive. */
export interface ArchiveSettings extends ArchiveLimits {
  readonly enabled: boolean;
}

/** The settings of the archive, and their changes. */
export interface ArchiveWish {
  readonly settings: () => ArchiveSettings;
  readonly onDidChange: (listener: () => void) => { dispose(): void };
}

export interface ArchiveKeeperOptions {
  readonly store: AlertStore;
  readonly archive: IncidentArchive;
  readonly wish: ArchiveWish;
  readonly clock: Clock;
  readonly pauses: Pauses;
  /** What was read at that time or before is not archived; epoch milliseconds. */
  readonly after: number;
  /** False when what the store holds is no longer of the account that the archive is for: then nothing is written. */
  readonly isStillOwner: () => Promise<boolean>;
}

/** Archives incidents whenever correlation has settled, if the person wants that. For one account; ends with `dispose`. */
export class ArchiveKeeper {
  readonly #options: ArchiveKeeperOptions;
  readonly #ends: readonly { dispose(): void }[];
  readonly #writing = new DelayedWriting(quietMilliseconds, () => this.#write());
  /** What was archived last. Listings that were completed since may have more of it. */
  #done: { readonly correlation: Correlation; readonly complete: number } | undefined;

  constructor(options: ArchiveKeeperOptions) {
    this.#options = options;
    const changed = (): void => {
      if (options.wish.settings().enabled) this.#writing.soon();
    };
    this.#ends = [{ dispose: options.store.onDidChange(changed) }, options.wish.onDidChange(changed)];
  }

  /** Settles when everything that the store knows by now is archived, or could not be. */
  flush(): Promise<void> {
    return this.#writing.now();
  }

  dispose(): void {
    this.#writing.end();
    for (const end of this.#ends) end.dispose();
  }

  async #write(): Promise<void> {
    const { after, archive, clock, isStillOwner, pauses, store, wish } = this.#options;
    const { state } = store;
    const { correlation, subscriptions } = state;
    const limits = wish.settings();
    if (this.#writing.hasEnded() || !limits.enabled || !isSettled(state)) return;
    const complete = subscriptions.filter(({ health }) => health.kind === 'ok' && health.at > after).length;
    if (this.#done?.correlation === correlation && this.#done.complete >= complete) return;
    const incidents = await sliced(toArchive(state, clock.now(), after), pauses);
    if (incidents.length > 0) {
      if (!(await isStillOwner()) || this.#writing.hasEnded() || !(await archive.add(incidents, limits))) return;
    }
    this.#done = { correlation, complete };
  }
}
