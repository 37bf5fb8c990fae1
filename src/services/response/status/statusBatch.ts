import { actionTo } from '../../../domain/statusAction.ts';
import { Listeners, type Unsubscribe } from '../../listeners.ts';
import type { StatusChange, StatusProgress, StatusResult } from './statusChange.ts';
import { isSettled, type StatusItem } from './statusItem.ts';

/** What a batch needs of its queue. */
export interface BatchQueue {
  cancel(batch: StatusBatch): void;
  enqueue(changes: readonly StatusChange[]): StatusBatch;
  /** Until when the changes of a batch wait, in epoch milliseconds; undefined where nothing keeps them. */
  waitingUntil(batch: StatusBatch): number | undefined;
  /** Whether an alert still is in the status that this change gave it. */
  stands(item: StatusItem): boolean;
}

/** What taking a batch back comes to. */
export interface BatchUndo {
  /** The changes that give the earlier statuses back; absent when there are none. */
  readonly batch?: StatusBatch;
  /** Alerts that were changed again meanwhile: they keep what they have. */
  readonly overtaken: number;
  /** Alerts whose earlier status no action leads to. */
  readonly noWayBack: number;
}

/** Changes that a person asked for together. */
export class StatusBatch {
  /** Names it among all of this window. */
  readonly id: number;
  readonly items: readonly StatusItem[];
  readonly #queue: BatchQueue;
  readonly #listeners = new Listeners<StatusProgress>();
  readonly #end = Promise.withResolvers<readonly StatusResult[]>();
  #done: number;
  #cancelled = false;
  #undone: Promise<BatchUndo> | undefined;

  constructor(id: number, queue: BatchQueue, itemsOf: (batch: StatusBatch) => readonly StatusItem[]) {
    this.id = id;
    this.#queue = queue;
    this.items = itemsOf(this);
    this.#done = this.items.filter(isSettled).length;
    if (this.isDone) this.#end.resolve(this.results);
  }

  /** Whether every change has ended. */
  get isDone(): boolean {
    return this.#done === this.items.length;
  }

  /** Whether nothing more of it is sent. */
  get isCancelled(): boolean {
    return this.#cancelled;
  }

  /** What became of each change, in the order in which they were asked for. */
  get results(): readonly StatusResult[] {
    return this.items.map(({ alert, action, before, outcome }) => ({ alert, action, before, outcome }));
  }

  get progress(): StatusProgress {
    const waitingUntil = this.#queue.waitingUntil(this);
    return { done: this.#done, total: this.items.length, ...(waitingUntil === undefined ? {} : { waitingUntil }) };
  }

  /** Settles with all results once every change has ended. Never rejects. */
  get finished(): Promise<readonly StatusResult[]> {
    return this.#end.promise;
  }

  onDidChange(listener: (progress: StatusProgress) => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  /** Sends no more of it. What is under way ends as it ends: a change that was sent cannot be called back. */
  cancel(): void {
    this.#cancelled = true;
    this.#queue.cancel(this);
  }

  /**
   * Calls off what was not sent, waits for what was, and gives every alert that was changed, or may have been, its
   * earlier status back; one that was changed again meanwhile keeps what it has. Done once, however often it is asked.
   */
  undo(): Promise<BatchUndo> {
    this.#undone ??= this.#undo();
    return this.#undone;
  }

  async #undo(): Promise<BatchUndo> {
    this.cancel();
    await this.finished;
    const touched = this.items.filter(({ outcome }) => outcome.kind === 'changed' || outcome.kind === 'inDoubt');
    const standing = touched.filter((item) => item.outcome.kind === 'inDoubt' || this.#queue.stands(item));
    const changes = standing.flatMap(changeBack);
    return {
      ...(changes.length === 0 ? {} : { batch: this.#queue.enqueue(changes) }),
      overtaken: touched.length - standing.length,
      noWayBack: standing.length - changes.length,
    };
  }

  /** Called by the queue after something has changed: so many more changes have ended. */
  changed(ended: number): void {
    this.#done += ended;
    this.#listeners.fire(this.progress);
    if (this.isDone) this.#end.resolve(this.results);
  }
}

/** The change that gives an alert its earlier status back; none where no action leads there. */
function changeBack({ alert, before, outcome }: StatusItem): readonly StatusChange[] {
  const action = actionTo(before);
  return action === undefined ? [] : [{ alert, action, ...(outcome.kind === 'inDoubt' ? { inDoubt: true } : {}) }];
}
