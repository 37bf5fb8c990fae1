import type * as vscode from 'vscode';
import type { ItemTarget } from '../protocol/panelTarget.ts';
import type { AlertStore } from '../services/alertStore.ts';
import type { Clock } from '../services/ports.ts';
import { Listeners, type Unsubscribe } from '../services/listeners.ts';
import { isSnooze, sleepAt, snoozeOf, type Snooze } from '../services/snooze/snooze.ts';

const storageKey = 'snoozes';

/** Snoozes kept: more, nobody would look through. */
const kept = 1_000;

/** How often it is looked whether somebody wakes up, in milliseconds. By the clock, so that a sleeping machine is no matter. */
const lookEvery = 20_000;

export interface SnoozesOptions {
  readonly memento: vscode.Memento;
  readonly store: Pick<AlertStore, 'state' | 'onDidChange'>;
  readonly clock: Clock;
  /** Hears how many items woke up by themselves. */
  readonly onWoken: (count: number) => void;
}

/** Items that a person put aside until later: kept in VS Code's own storage, for all windows. */
export class Snoozes implements vscode.Disposable {
  readonly #options: SnoozesOptions;
  readonly #listeners = new Listeners<undefined>();
  readonly #stops: (() => void)[];

  constructor(options: SnoozesOptions) {
    this.#options = options;
    const timer = setInterval(() => this.#look(), lookEvery);
    this.#stops = [options.store.onDidChange(() => this.#look()), () => clearInterval(timer)];
  }

  onDidChange(listener: () => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  /** Until when what sleeps, by the ids of incidents and the keys of alerts. */
  asleep(): ReadonlyMap<string, number> {
    const { clock, store } = this.#options;
    return sleepAt(clock.now(), this.#read(), store.state.correlation).asleep;
  }

  /** Puts items aside, until a time in epoch milliseconds. Gives what undoes it. */
  snooze(targets: readonly ItemTarget[], until: number): () => void {
    const { correlation } = this.#options.store.state;
    return this.#replace(
      targets,
      targets.map((target) => snoozeOf(target, until, correlation)),
    );
  }

  /** Brings items back into the list. Gives what undoes it. */
  wake(targets: readonly ItemTarget[]): () => void {
    return this.#replace(targets, []);
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
  }

  #replace(targets: readonly ItemTarget[], snoozes: readonly Snooze[]): () => void {
    const isMeant = ({ target }: Snooze): boolean => targets.some(({ id }) => id === target.id);
    const before = this.#read().filter(isMeant);
    this.#write([...this.#read().filter((each) => !isMeant(each)), ...snoozes]);
    return () => {
      this.#write([...this.#read().filter((each) => !isMeant(each)), ...before]);
    };
  }

  #look(): void {
    const snoozes = this.#read();
    if (snoozes.length === 0) return;
    const { over } = sleepAt(this.#options.clock.now(), snoozes, this.#options.store.state.correlation);
    if (over.length === 0) return;
    this.#write(snoozes.filter((each) => !over.includes(each)));
    this.#options.onWoken(over.length);
  }

  /** As VS Code has it now: another window may have written meanwhile. */
  #read(): readonly Snooze[] {
    const stored = this.#options.memento.get<unknown>(storageKey);
    return Array.isArray(stored) ? stored.filter(isSnooze) : [];
  }

  #write(snoozes: readonly Snooze[]): void {
    // Losing this write (another window wrote at the same time) shows an item too early: nothing worse.
    void this.#options.memento.update(storageKey, snoozes.slice(-kept));
    this.#listeners.fire(undefined);
  }
}
