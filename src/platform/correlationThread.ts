import { Worker } from 'node:worker_threads';
import type { AnswerMessage, CallMessage } from '../services/correlationCalls.ts';
import type { CorrelationWorker, StartWorker, WorkerEnd } from '../services/correlationWorker.ts';

/** Megabytes: many times what 100,000 alerts need, and not so much that VS Code would suffer. */
const memoryLimit = 2_048;

/**
 * Starts worker threads from the bundle at `file`, which is dist/correlation-worker.js.
 *
 * @param memory most that one may use, megabytes.
 */
export function correlationThread(file: string, memory = memoryLimit): StartWorker {
  return ({ answered, ended }) => {
    const newestRun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const end = once(ended);
    const worker = started(file, newestRun, memory);
    // The caller has no answer in hand yet when it hears of an end at once.
    if (worker === undefined) queueMicrotask(() => end('crashed'));
    worker?.unref();
    worker?.on('message', (answer: AnswerMessage) => answered(answer));
    worker?.on('messageerror', () => end('crashed'));
    worker?.on('error', (error: NodeJS.ErrnoException) => end(reasonOf(error)));
    worker?.on('exit', () => end('crashed'));
    return {
      post: (message: CallMessage) => worker?.postMessage(message),
      announceRun: (run) => Atomics.store(newestRun, 0, run),
      terminate: () => {
        end.forget();
        void worker?.terminate();
      },
    } satisfies CorrelationWorker;
  };
}

function started(file: string, newestRun: Int32Array, memory: number): Worker | undefined {
  try {
    return new Worker(file, {
      workerData: newestRun,
      name: 'azure-security-incidents: correlation',
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
  } catch {
    return undefined;
  }
}

function reasonOf({ code }: NodeJS.ErrnoException): WorkerEnd {
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'outOfMemory' : 'crashed';
}

/** An error is followed by an exit: only the first is told, and none once it was forgotten. */
function once(tell: (why: WorkerEnd) => void): { (why: WorkerEnd): void; forget(): void } {
  let told = false;
  const onFirst = (why: WorkerEnd): void => {
    if (told) return;
    told = true;
    tell(why);
  };
  return Object.assign(onFirst, { forget: () => (told = true) });
}
