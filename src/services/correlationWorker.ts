import type { AnswerMessage, CallMessage } from './correlationCalls.ts';

/** Why a worker is no more, or never was. */
export type WorkerEnd =
  /** Its memory did not suffice. Another try, in whatever thread, would end the same way. */
  'outOfMemory' | 'crashed';

/** A worker as services need it. */
export interface CorrelationWorker {
  post(message: CallMessage): void;
  /** Tells the worker which run is wanted by now, at once: it looks between the steps of its work. */
  announceRun(run: number): void;
  /** Ends it; nothing is heard of it afterwards. */
  terminate(): void;
}

/** Makes a worker. `ended` is called at most once, when the worker ends by itself or cannot start; nothing is thrown. */
export type StartWorker = (heard: {
  readonly answered: (answer: AnswerMessage) => void;
  readonly ended: (why: WorkerEnd) => void;
}) => CorrelationWorker;
