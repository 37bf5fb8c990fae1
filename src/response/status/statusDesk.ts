import * as vscode from 'vscode';
import type { StatusAction } from '../../domain/statusAction.ts';
import type { UndoOutcome } from '../../services/undo/undoStack.ts';
import { timeOfDay } from '../../platform/clock.ts';
import { countBatch } from '../../services/response/status/batchSummary.ts';
import { problemReport } from '../../services/response/status/problemReport.ts';
import type { StatusBatch } from '../../services/response/status/statusBatch.ts';
import type { StatusChange, StatusProgress } from '../../services/response/status/statusChange.ts';
import { noHooks, type StatusHooks } from '../../services/response/status/statusHooks.ts';
import { StatusQueue } from '../../services/response/status/statusQueue.ts';
import { subscriptionName } from '../../services/tree/rowText.ts';
import type { ResponseDependencies } from '../responseDependencies.ts';
import { informOfStatus, tellOfBatch } from './statusNotices.ts';
import { wait } from './wait.ts';

/** A batch that ends sooner needs no progress: a notification that flashes by is worse than none. Milliseconds. */
const soon = 800;

/** The service shows a change only after some seconds: what is in doubt is read again after so many milliseconds. */
const untilShown = 8_000;

export type StatusDeskDependencies = Pick<
  ResponseDependencies,
  'store' | 'gateway' | 'clock' | 'log' | 'undoStack' | 'refresher' | 'documents'
>;

/** Where statuses are changed: the queue, and around it progress, the one message at the end and the way back. */
export class StatusDesk implements vscode.Disposable {
  /** Where others take part. */
  hooks: StatusHooks = noHooks;
  readonly #dependencies: StatusDeskDependencies;
  readonly #queue: StatusQueue;
  readonly #stopFollowing: () => void;

  constructor(dependencies: StatusDeskDependencies) {
    this.#dependencies = dependencies;
    const { store, gateway, clock } = dependencies;
    this.#queue = new StatusQueue({ store, gateway, clock, wait });
    // Signed out, or another account: its alerts are not this one's to change.
    this.#stopFollowing = store.onDidChange(({ available, subscriptions }) => {
      if (available.length + subscriptions.length > 0) return;
      this.#queue.cancelAll();
      dependencies.undoStack.clear();
    });
  }

  /** Changes statuses. Settles when all are changed or are not; what the person says to the message comes later. */
  async change(action: StatusAction, changes: readonly StatusChange[], reason?: string): Promise<void> {
    const batch = this.#queue.enqueue(changes);
    const undo = new Undo(() => this.#undo(batch));
    this.#dependencies.undoStack.push(() => undo.run());
    await this.#follow(action, batch, undo, reason);
  }

  dispose(): void {
    this.#stopFollowing();
    this.#queue.dispose();
  }

  async #undo(batch: StatusBatch): Promise<UndoOutcome> {
    const { batch: back } = await batch.undo();
    if (back === undefined) {
      informOfStatus('restoredNothing');
      return 'undone';
    }
    // Whoever asked for the next step back need not wait for Azure to let this one through.
    void this.#follow('undo', back);
    return 'undone';
  }

  async #follow(action: StatusAction | 'undo', batch: StatusBatch, undo?: Undo, reason?: string): Promise<void> {
    await showProgress(action, batch);
    const results = await batch.finished;
    const counts = countBatch(results);
    const { changed, failed, notTried, inDoubt, cancelled } = counts.by;
    this.#dependencies.log.info('status.changed', { action, changed, failed: failed + notTried, inDoubt, cancelled });
    void this.#readDoubtful(batch);
    await this.hooks.ended({ action, results, ...(reason === undefined ? {} : { reason }) });
    void this.#tell(action, batch, undo);
  }

  async #tell(action: StatusAction | 'undo', batch: StatusBatch, undo?: Undo): Promise<void> {
    const wanted = await tellOfBatch(action, countBatch(batch.results), undo?.isUsed === false);
    if (wanted === 'undo' && (await undo?.run()) === 'nothing') informOfStatus('restoredNothing');
    if (wanted === 'show') await this.#showProblems(batch);
  }

  async #showProblems(batch: StatusBatch): Promise<void> {
    const { documents, store } = this.#dependencies;
    const nameOf = (id: string): string => subscriptionName(id, store.state);
    await documents.show('Changes of status.txt', problemReport(batch.results, nameOf, timeOfDay));
  }

  /** What Azure may have done is read from it, not guessed. */
  async #readDoubtful({ results }: StatusBatch): Promise<void> {
    const doubtful = results.filter(({ outcome }) => outcome.kind === 'inDoubt');
    const subscriptionIds = [...new Set(doubtful.map(({ alert }) => alert.subscriptionId))];
    if (subscriptionIds.length === 0) return;
    await wait(untilShown);
    await this.#dependencies.refresher.refreshOnly(subscriptionIds);
  }
}

/** Shows how far a batch is, once it takes a while, with a way to call the rest off. Settles when it has ended. */
async function showProgress(action: StatusAction | 'undo', batch: StatusBatch): Promise<void> {
  const isDone = await Promise.race([batch.finished.then(() => true), wait(soon).then(() => false)]);
  if (isDone) return;
  const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title: titles[action] };
  await vscode.window.withProgress(options, async (progress, token) => {
    token.onCancellationRequested(() => {
      batch.cancel();
    });
    let shown = 0;
    const show = ({ done, total, waitingUntil }: StatusProgress): void => {
      const waits = waitingUntil === undefined ? '' : `; Azure asks to wait until ${timeOfDay(waitingUntil)}`;
      const message = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}${waits}`;
      progress.report({ message, increment: ((done - shown) / total) * 100 });
      shown = done;
    };
    show(batch.progress);
    const stop = batch.onDidChange(show);
    await batch.finished;
    stop();
  });
}

const titles: Readonly<Record<StatusAction | 'undo', string>> = {
  dismiss: 'Dismissing alerts',
  resolve: 'Resolving alerts',
  inProgress: 'Setting alerts in progress',
  activate: 'Reactivating alerts',
  undo: 'Giving alerts their earlier status back',
};

/** The second time there is nothing to take back: what the notification undid, the command passes over. */
class Undo {
  isUsed = false;
  readonly #undo: () => Promise<UndoOutcome>;

  constructor(undo: () => Promise<UndoOutcome>) {
    this.#undo = undo;
  }

  run(): Promise<UndoOutcome> {
    if (this.isUsed) return Promise.resolve('nothing');
    this.isUsed = true;
    return this.#undo();
  }
}
