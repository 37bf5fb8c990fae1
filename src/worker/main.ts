import { parentPort, workerData } from 'node:worker_threads';
import type { AnswerMessage, CallMessage, CallName, CorrelationCalls } from '../services/correlationCalls.ts';
import { CorrelationSession } from './correlationSession.ts';
import type { IdleTime } from './idleTime.ts';

/** Milliseconds without a call: a person who tries settings asks for the next run sooner. */
const quiet = 2_000;

const idleTime: IdleTime = {
  pauses: {
    now: () => performance.now(),
    soon: (next) => {
      const turn = setImmediate(next);
      return () => clearImmediate(turn);
    },
  },
  afterQuiet: (work) => {
    const timer = setTimeout(work, quiet);
    return () => clearTimeout(timer);
  },
};

/** The entry of dist/correlation-worker.js. `workerData` is one shared number: the run that the host wants by now. */
const newestRun = workerData as Int32Array;
const session: CorrelationCalls = new CorrelationSession(() => Atomics.load(newestRun, 0), idleTime);

parentPort?.on('message', (message: CallMessage) => {
  parentPort?.postMessage(answer(message));
});

function answer<Name extends CallName>({ id, name, args }: CallMessage<Name>): AnswerMessage {
  try {
    const call = session[name] as (...args: Parameters<CorrelationCalls[Name]>) => unknown;
    return { id, ok: true, value: call.apply(session, args) };
  } catch {
    // What was thrown may quote alerts, and nobody could do more about it.
    return { id, ok: false };
  }
}
