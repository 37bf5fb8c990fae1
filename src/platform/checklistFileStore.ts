import { basename } from 'node:path';
import type { AlertKey } from '../domain/alert.ts';
import { isStepKey } from '../domain/remediation/stepKey.ts';
import {
  type ChecklistProgress,
  laterProgress,
  sameProgress,
  type StepProgress,
} from '../domain/remediation/stepProgress.ts';
import {
  type ChecklistNotice,
  type ChecklistStore,
  decideAfter,
  refusalOf,
  type SetStepOutcome,
} from '../services/checklist.ts';
import { Listeners, type Unsubscribe } from '../services/listeners.ts';
import type { Clock } from '../services/ports.ts';
import { encodeLine } from './files/checkedLine.ts';
import { type Decision, decisionLine, storedAlertKey } from './files/decisionLine.ts';
import { errorCode } from './files/errorCode.ts';
import { type JournalFile } from './files/journalFile.ts';
import { type DamagedCopy, MirroredJournal, type MirrorReading } from './files/mirroredJournal.ts';
import { watchFolder } from './files/watchFolder.ts';

export interface ChecklistFileStoreOptions {
  /** Folder of its own, made when missing. Several windows share it. */
  readonly folder: string;
  readonly clock: Clock;
  readonly onNotice: (notice: ChecklistNotice) => void;
}

interface Waiting {
  readonly decision: Decision;
  readonly settle: (outcome: SetStepOutcome) => void;
}

/** Longest user name kept, in UTF-16 units. */
const userLimit = 100;

/** Lines per live decision, in both copies together, from which rewriting pays. */
const compactRatio = 8;

const untouched: ChecklistProgress = new Map();

/**
 * Checklists in files that all windows share. All progress is held in memory after one read, so that a list of 20,000
 * alerts costs no file access; other windows' decisions arrive by watching, or by `refresh`.
 */
export class ChecklistFileStore implements ChecklistStore {
  readonly #options: ChecklistFileStoreOptions;
  readonly #journal: MirroredJournal<Decision>;
  readonly #progress = new Map<string, ReadonlyMap<string, StepProgress>>();
  readonly #listeners = new Listeners<AlertKey>();
  #loading: Promise<void> | undefined;
  #loaded = false;
  #readOnly = false;
  #disposed = false;
  #failure: string | undefined;
  #reading: Promise<void> = Promise.resolve();
  #writing = false;
  #waiting: Waiting[] = [];
  #watcher: { dispose(): void } | undefined;

  constructor(options: ChecklistFileStoreOptions) {
    this.#options = options;
    this.#journal = new MirroredJournal(options.folder, ['decisions.ndjson', 'decisions.mirror.ndjson'], decisionLine);
  }

  async load(alertKey: AlertKey): Promise<ChecklistProgress> {
    await this.#open();
    return this.#progress.get(storedAlertKey(alertKey)) ?? untouched;
  }

  peek(alertKey: AlertKey): ChecklistProgress | undefined {
    return this.#loaded ? (this.#progress.get(storedAlertKey(alertKey)) ?? untouched) : undefined;
  }

  async setStep(alertKey: AlertKey, stepKey: string, progress: StepProgress): Promise<SetStepOutcome> {
    const refusal = isStepKey(stepKey) ? refusalOf(progress) : ({ kind: 'refused', why: 'unknownStep' } as const);
    if (refusal !== undefined) return refusal;
    await this.#open();
    if (this.#readOnly) return { kind: 'notSaved', why: 'readOnly' };
    return new Promise((settle) => {
      this.#waiting.push({ decision: { alert: storedAlertKey(alertKey), step: stepKey, progress }, settle });
      if (!this.#writing) void this.#write();
    });
  }

  onDidChange(listener: (alertKey: AlertKey) => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  /** Reads what other windows wrote since. For when the window gets the focus, in case watching does not work. */
  async refresh(): Promise<void> {
    await this.#open();
    // One after the other: two readers would move the same offsets.
    this.#reading = this.#reading.then(async () => {
      await this.#readNew();
    });
    await this.#reading;
  }

  /** Removes all decisions, in memory and on disk. False when the files could not be removed, which was told then. */
  async clear(): Promise<boolean> {
    await this.#open();
    try {
      await this.#journal.remove();
    } catch (error) {
      this.#notify({ kind: 'unwritable', code: errorCode(error), copiesWritten: 0 });
      return false;
    }
    const alertKeys = [...this.#progress.keys()];
    this.#progress.clear();
    this.#announce(alertKeys);
    return true;
  }

  dispose(): void {
    this.#disposed = true;
    this.#watcher?.dispose();
  }

  #open(): Promise<void> {
    this.#loading ??= this.#readFirst();
    return this.#loading;
  }

  async #readFirst(): Promise<void> {
    try {
      await this.#journal.prepare();
    } catch (error) {
      this.#notify({ kind: 'unwritable', code: errorCode(error), copiesWritten: 0 });
    }
    const reading = await this.#readNew();
    if (reading.damaged !== undefined) await this.#rebuild(reading.damaged);
    else if (reading.overgrown !== undefined) await this.#compact(reading.overgrown, decisionsOf(reading).length);
    if (!this.#disposed) this.#watch();
  }

  async #readNew(): Promise<MirrorReading<Decision>> {
    const reading = await this.#journal.readNew();
    const [failure] = reading.failures;
    // Told once, not at every focus, until reading works again.
    if (failure !== undefined && failure !== this.#failure) this.#notify({ kind: 'unreadable', code: failure });
    this.#failure = failure;
    if (reading.newerVersion && !this.#readOnly) {
      this.#readOnly = true;
      this.#notify({ kind: 'readOnly' });
    }
    this.#loaded = true;
    this.#take(decisionsOf(reading));
    return reading;
  }

  /** Merges decisions into memory and tells about alerts whose progress changed; own writes change nothing again. */
  #take(decisions: readonly Decision[]): void {
    const changed = new Map<string, Map<string, StepProgress>>();
    for (const { alert, step, progress } of decisions) {
      const current = (changed.get(alert) ?? this.#progress.get(alert))?.get(step);
      const winner = current === undefined ? progress : laterProgress(current, progress);
      if (current !== undefined && sameProgress(current, winner)) continue;
      const copy = changed.get(alert) ?? new Map(this.#progress.get(alert));
      changed.set(alert, copy.set(step, winner));
    }
    for (const [alert, progress] of changed) this.#progress.set(alert, progress);
    // Later, on its own: a listener that throws must not keep a decision from being stored.
    queueMicrotask(() => this.#announce([...changed.keys()]));
  }

  #announce(alertKeys: readonly AlertKey[]): void {
    for (const alertKey of alertKeys) if (!this.#disposed) this.#listeners.fire(alertKey);
  }

  async #write(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      const decisions = this.#inOrder(batch);
      const { copies, code } = await this.#journal.append(decisions);
      if (copies < 2) this.#notify({ kind: 'unwritable', code, copiesWritten: copies === 0 ? 0 : 1 });
      if (copies > 0) this.#take(decisions);
      for (const { settle } of batch) settle(copies > 0 ? { kind: 'saved' } : { kind: 'notSaved', why: 'unwritable' });
    }
    this.#writing = false;
  }

  /** The batch with times that let each decision overrule the one before it on the same step. */
  #inOrder(batch: readonly Waiting[]): readonly Decision[] {
    const latest = new Map<string, StepProgress>();
    return batch.map(({ decision }) => {
      const { alert, step } = decision;
      const id = `${alert}\n${step}`;
      const after = decideAfter(latest.get(id) ?? this.#progress.get(alert)?.get(step), decision.progress);
      const progress = { ...after, by: after.by.slice(0, userLimit) };
      latest.set(id, progress);
      return { alert, step, progress };
    });
  }

  /** Replaces a damaged copy by what is known from both. A version that does not understand a line never does so. */
  async #rebuild({ file, unreadable, grave }: DamagedCopy<Decision>): Promise<void> {
    if (this.#readOnly) return;
    try {
      // Copied first: what cannot be kept for inspection is not overwritten.
      const quarantinedAs = grave ? await file.quarantine(this.#options.clock.now()) : basename(file.path);
      await file.replace(this.#everything());
      if (grave) this.#notify({ kind: 'recovered', unreadableRecords: unreadable, quarantinedAs });
    } catch (error) {
      this.#notify({ kind: 'unwritable', code: errorCode(error), copiesWritten: 1 });
    }
  }

  /** Rewrites a copy most of whose lines have been overruled. Nothing needs it, so a failure is no news. */
  async #compact(file: JournalFile<Decision>, lines: number): Promise<void> {
    const live = [...this.#progress.values()].reduce((sum, steps) => sum + steps.size, 0);
    if (this.#readOnly || lines < compactRatio * live) return;
    await file.replace(this.#everything()).catch(() => undefined);
  }

  #everything(): string {
    const lines: string[] = [];
    for (const [alert, steps] of this.#progress) {
      for (const [step, progress] of steps) lines.push(encodeLine(decisionLine, { alert, step, progress }));
    }
    return lines.join('');
  }

  #watch(): void {
    this.#watcher = watchFolder(
      this.#options.folder,
      (fileName) => fileName.endsWith('.ndjson'),
      () => void this.refresh(),
      (code) => this.#notify({ kind: 'notWatching', code }),
    );
  }

  #notify(notice: ChecklistNotice): void {
    if (!this.#disposed) this.#options.onNotice(notice);
  }
}

function decisionsOf({ copies }: MirrorReading<Decision>): readonly Decision[] {
  return copies.flatMap(({ found }) => found.values);
}
