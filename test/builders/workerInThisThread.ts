import type { AnswerMessage, CallMessage } from '../../src/services/correlationCalls.ts';
import type { StartWorker, WorkerEnd } from '../../src/services/correlationWorker.ts';
import type { IdleTime } from '../../src/worker/idleTime.ts';
import { CorrelationSession } from '../../src/worker/correlationSession.ts';

/** Nobody ever has time: every run is a full one. */
const neverIdle: IdleTime = {
  pauses: { now: () => 0, soon: () => () => undefined },
  afterQuiet: () => () => undefined,
};

/** Workers whose messages are copied as between threads, and which end when the test says so. */
export class WorkersInThisThread {
  /** What was asked of each worker, in their order. */
  readonly asked: CallMessage[][] = [];
  terminated = 0;
  /** Called before a call is answered; throws to have the worker end instead. */
  beforeCall: (message: CallMessage, worker: number) => void = () => undefined;

  readonly #idleTime: IdleTime;

  constructor(idleTime: IdleTime = neverIdle) {
    this.#idleTime = idleTime;
  }

  readonly start: StartWorker = ({ answered, ended }) => {
    const worker = this.asked.push([]) - 1;
    let [newestRun, alive] = [0, true];
    const session = new CorrelationSession(() => newestRun, this.#idleTime);
    return {
      announceRun: (run) => (newestRun = run),
      terminate: () => {
        alive = false;
        this.terminated += 1;
      },
      post: (sent) => {
        const message = structuredClone(sent);
        this.asked[worker]?.push(message);
        setImmediate(() => {
          if (!alive) return;
          try {
            this.beforeCall(message, worker);
          } catch (error) {
            alive = false;
            ended((error as Error).message as WorkerEnd);
            return;
          }
          answered(structuredClone(answerOf(session, message)));
        });
      },
    };
  };

  /** Keys of the alerts that a worker was told of. */
  toldTo(worker: number): readonly string[] {
    return (this.asked[worker] ?? []).flatMap(({ name, args: [facts] }) =>
      name === 'take' ? (JSON.parse(facts as string) as { key: string }[]).map(({ key }) => key) : [],
    );
  }
}

function answerOf(session: CorrelationSession, { id, name, args }: CallMessage): AnswerMessage {
  try {
    const calls = session as unknown as Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;
    return { id, ok: true, value: calls[name]?.(...args) };
  } catch {
    return { id, ok: false };
  }
}
