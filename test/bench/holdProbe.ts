/** The longest time that the event loop was held in one go. Milliseconds. */
export interface LongestHold {
  /** On the clock: what a person feels; on a busy machine also the time that others had the processor. */
  readonly wall: number;
  /** Of the processor, spent by this thread. */
  readonly cpu: number;
}

/** Looks at every turn of the event loop how long it took, which keeps the loop turning without a pause. */
export class HoldProbe {
  #wall = 0;
  #cpu = 0;
  #turn: NodeJS.Immediate | undefined;

  start(): void {
    let before = { wall: performance.now(), cpu: threadCpu() };
    const look = (): void => {
      const now = { wall: performance.now(), cpu: threadCpu() };
      this.#wall = Math.max(this.#wall, now.wall - before.wall);
      this.#cpu = Math.max(this.#cpu, now.cpu - before.cpu);
      before = now;
      this.#turn = setImmediate(look);
    };
    this.#turn = setImmediate(look);
  }

  stop(): LongestHold {
    clearImmediate(this.#turn);
    return { wall: this.#wall, cpu: this.#cpu };
  }
}

function threadCpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
