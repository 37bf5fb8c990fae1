import { compareCorrelations, type CorrelationDiff } from '../../domain/correlation/tuning/compareCorrelations.ts';
import { optionsOf, type CorrelationSettings } from '../../domain/correlation/tuning/correlationSettings.ts';
import type { Incident } from '../../domain/incident.ts';
import type { AlertStore } from '../alertStore.ts';
import { Listeners, type Unsubscribe } from '../listeners.ts';
import { sameValue } from '../sameValue.ts';
import type { SettingsPort } from './settingsPort.ts';

/** A change of settings, and what it did. */
export interface Retuning {
  readonly before: CorrelationSettings;
  readonly diff: CorrelationDiff;
}

type RetunedStore = Pick<AlertStore, 'state' | 'correlateWith' | 'whenCorrelated'>;

/**
 * Keeps correlation to the person's settings: a change, wherever it is made, correlates anew at once and says what came
 * of it. Several settings that are written together are one change.
 */
export class Retuner {
  readonly #store: RetunedStore;
  readonly #port: SettingsPort;
  readonly #listeners = new Listeners<Retuning>();
  readonly #unsubscribe: Unsubscribe;
  #settings: CorrelationSettings;
  /** What was so before the changes that are being worked out. */
  #pending: { readonly settings: CorrelationSettings; readonly incidents: readonly Incident[] } | undefined;
  #writing = 0;
  #changes = 0;

  constructor(store: RetunedStore, port: SettingsPort) {
    this.#store = store;
    this.#port = port;
    this.#settings = port.read();
    store.correlateWith(optionsOf(this.#settings));
    this.#unsubscribe = port.onDidChange(() => {
      if (this.#writing === 0) void this.#follow();
    });
  }

  /** What is in force. */
  get settings(): CorrelationSettings {
    return this.#settings;
  }

  /** Hears what each change did. */
  onDidRetune(listener: (retuning: Retuning) => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  /** Makes settings the person's own. Settles when they are in force; rejects when they cannot be written. */
  async apply(settings: CorrelationSettings): Promise<void> {
    this.#writing += 1;
    try {
      await this.#port.write(settings);
    } finally {
      this.#writing -= 1;
      // Also after a failure: some of them may have been written.
      await this.#follow();
    }
  }

  dispose(): void {
    this.#unsubscribe();
  }

  async #follow(): Promise<void> {
    const settings = this.#port.read();
    if (sameValue(settings, this.#settings)) return;
    this.#pending ??= { settings: this.#settings, incidents: this.#store.state.correlation.incidents };
    this.#settings = settings;
    const change = (this.#changes += 1);
    this.#store.correlateWith(optionsOf(settings));
    await this.#store.whenCorrelated();
    // A newer change tells of this one, too.
    if (change !== this.#changes) return;
    const { correlation, correlationFailed } = this.#store.state;
    const { settings: before, incidents } = this.#pending;
    this.#pending = undefined;
    if (correlationFailed) return;
    this.#listeners.fire({ before, diff: compareCorrelations(incidents, correlation.incidents) });
  }
}
