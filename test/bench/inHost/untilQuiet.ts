import { setTimeout as delay } from 'node:timers/promises';

/** Waits until the start of VS Code and of its own extensions is over: their work would be counted as ours. */
export async function untilQuiet(): Promise<void> {
  for (let quiet = 0, rounds = 0; quiet < 10 && rounds < 200; rounds += 1) {
    const before = process.cpuUsage();
    await delay(50);
    const { user, system } = process.cpuUsage(before);
    quiet = user + system < 5_000 ? quiet + 1 : 0;
  }
}
