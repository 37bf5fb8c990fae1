import type { AnswerMessage, CallMessage, CallName, CorrelationCalls } from './correlationCalls.ts';
import type { CorrelationWorker, StartWorker, WorkerEnd } from './correlationWorker.ts';

/** The worker ended before it answered. */
export class WorkerEnded extends Error {
  readonly why: WorkerEnd;

  constructor(why: WorkerEnd) {
    super(`The correlation worker has ended: ${why}`);
    this.why = why;
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Calls into one worker, from its start to its end. */
export class WorkerClient {
  readonly #worker: CorrelationWorker;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 0;
  #end: WorkerEnded | undefined;

  constructor(start: StartWorker) {
    this.#worker = start({
      answered: (answer) => {
        this.#answered(answer);
      },
      ended: (why) => {
        this.#ended(why);
      },
    });
  }

  get hasEnded(): boolean {
    return this.#end !== undefined;
  }

  announceRun(run: number): void {
    this.#worker.announceRun(run);
  }

  /** @throws WorkerEnded, or an error when the call itself failed. */
  call<Name extends CallName>(
    name: Name,
    ...args: Parameters<CorrelationCalls[Name]>
  ): Promise<ReturnType<CorrelationCalls[Name]>> {
    return new Promise((resolve, reject) => {
      if (this.#end !== undefined) {
        reject(this.#end);
        return;
      }
      const id = (this.#nextId += 1);
      this.#waiting.set(id, {
        resolve: (value) => {
          resolve(value as ReturnType<CorrelationCalls[Name]>);
        },
        reject,
      });
      const message: CallMessage<Name> = { id, name, args };
      this.#worker.post(message);
    });
  }

  dispose(): void {
    if (this.#end !== undefined) return;
    this.#worker.terminate();
    this.#ended('crashed');
  }

  #answered(answer: AnswerMessage): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer.value);
    else waiting?.reject(new Error('The correlation worker could not answer'));
  }

  #ended(why: WorkerEnd): void {
    this.#end = new WorkerEnded(why);
    for (const { reject } of this.#waiting.values()) reject(this.#end);
    this.#waiting.clear();
  }
}
