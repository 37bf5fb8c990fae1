/** CPU time of the whole process, its garbage collection included, that some work took. Milliseconds. */
export class CpuTimer {
  #total = 0;

  get milliseconds(): number {
    return this.#total;
  }

  measure<T>(work: () => T): T {
    const before = process.cpuUsage();
    try {
      return work();
    } finally {
      const { user, system } = process.cpuUsage(before);
      this.#total += (user + system) / 1000;
    }
  }
}

/** CPU milliseconds since the process began. */
export function cpuSinceStart(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
