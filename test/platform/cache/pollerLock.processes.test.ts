import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const source = (path: string): string => JSON.stringify(new URL(`../../../${path}`, import.meta.url).href);

/** The product's 10 and 45 seconds, thirty times as fast; a beat may be late by a second on a busy machine. */
const pace = { beatEvery: 333, deadAfter: 1_500 };

/** A window that asks often whether it is the one that reads, and tells each change with its time. */
const window = `
  import { PollerLock } from ${source('src/platform/cache/pollerLock.ts')};
  import { setTimeout as delay } from 'node:timers/promises';
  const lock = new PollerLock(process.argv[1], { now: () => Date.now() }, ${JSON.stringify(pace)});
  let leads;
  process.on('message', async () => { await lock.release(); process.exit(); });
  for (;;) {
    const now = await lock.acquire();
    if (now !== leads) process.send({ leads: now, at: Date.now() });
    leads = now;
    // Longer than it takes to be thought dead: the signs of life are the lock's own.
    await delay(now ? 2_500 : 15);
  }
`;

interface Window {
  readonly child: ChildProcess;
  leads: boolean | undefined;
  /** When it last became the one. Epoch milliseconds. */
  since: number;
}

let folder: string;
let windows: Window[];
/** How many lead, after each change of any of them. */
let leaders: number[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'poller-'));
  windows = [];
  leaders = [];
  for (let n = 0; n < 3; n += 1) windows.push(open());
});

afterEach(async () => {
  for (const { child } of windows) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

function open(): Window {
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--input-type=module', '-e', window, join(folder, 'poller.lock')],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const opened: Window = { child, leads: undefined, since: 0 };
  child.on('message', (told: { leads: boolean; at: number }) => {
    opened.leads = told.leads;
    if (told.leads) opened.since = told.at;
    leaders.push(leading().length);
  });
  return opened;
}

const leading = (): Window[] => windows.filter(({ leads }) => leads === true);

/** The one that leads, once all have asked. */
async function theLeader(): Promise<Window> {
  await expect
    .poll(() => leading().length === 1 && windows.every(({ leads }) => leads !== undefined), {
      timeout: 15_000,
      interval: 10,
    })
    .toBe(true);
  const [leader] = leading();
  if (leader === undefined) throw new Error('Nobody leads');
  return leader;
}

function leave(one: Window): void {
  windows = windows.filter((each) => each !== one);
}

describe('three windows', () => {
  it('agree on one, and on another one each time that it is killed, once it has been silent for long enough', async () => {
    for (let round = 0; round < 3; round += 1) {
      const leader = await theLeader();
      // Longer than it takes to be thought dead: its signs of life keep it the one.
      await delay(pace.deadAfter * 1.2);
      expect(leading()).toEqual([leader]);
      leave(leader);
      const killed = Date.now();
      leader.child.kill('SIGKILL');
      windows.push(open());
      const next = await theLeader();
      expect(next.since - killed).toBeGreaterThan(pace.deadAfter - 2 * pace.beatEvery - 600);
      expect(next.since - killed).toBeLessThan(pace.deadAfter + 1_000);
    }
    expect(Math.max(...leaders)).toBe(1);
    expect(await readdir(folder)).toEqual(['poller.lock']);
  });

  it('agree on another one at once when it rests', async () => {
    const leader = await theLeader();
    leave(leader);
    const rested = Date.now();
    leader.child.send('rest');
    const next = await theLeader();
    expect(next.since - rested).toBeLessThan(pace.deadAfter - pace.beatEvery);
    expect(Math.max(...leaders)).toBe(1);
  });
});
