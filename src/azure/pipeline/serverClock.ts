import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import type { Clock, Log } from '../../services/ports.ts';

/** From this difference on tokens and waits are affected; less is the ordinary drift of a machine. Milliseconds. */
const worthTelling = 5 * 60_000;

/** Compares this machine's clock with the service's `Date`: a clock that is off makes good tokens look expired. */
export class ServerClock {
  readonly #clock: Clock;
  readonly #log: Log;
  #offBy = 0;

  constructor(clock: Clock, log: Log) {
    this.#clock = clock;
    this.#log = log;
  }

  /** Milliseconds by which this machine's clock was ahead at the last answer; undefined when it was about right. */
  offBy(): number | undefined {
    return Math.abs(this.#offBy) > worthTelling ? this.#offBy : undefined;
  }

  /** Listens to every answer. */
  policy(): PipelinePolicy {
    return {
      name: 'securityIncidents.serverClock',
      sendRequest: async (request, next) => {
        const response = await next(request);
        this.#learn(Date.parse(response.headers.get('date') ?? ''));
        return response;
      },
    };
  }

  #learn(serverNow: number): void {
    if (Number.isNaN(serverNow)) return;
    const wasOff = this.offBy() !== undefined;
    this.#offBy = this.#clock.now() - serverNow;
    const offBy = this.offBy();
    if (!wasOff && offBy !== undefined) this.#log.warn('azure.clockOff', { minutesAhead: Math.round(offBy / 60_000) });
  }
}
