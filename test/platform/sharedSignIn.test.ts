import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { SharedSignIn } from '../../src/platform/sharedSignIn.ts';

let folder: string;
let failures: string[];

/** VS Code's storage: each window has a copy, which hears of the others' changes after a while. */
class Storage {
  readonly #values = new Map<string, unknown>();
  readonly #others: Storage[] = [];
  delay = 0;

  get<T>(key: string, otherwise?: T): T | undefined {
    return (this.#values.get(key) as T | undefined) ?? otherwise;
  }

  async update(key: string, value: unknown): Promise<void> {
    await Promise.resolve();
    this.#values.set(key, value);
    for (const other of this.#others) setTimeout(() => other.#values.set(key, value), this.delay);
  }

  connect(other: Storage): void {
    this.#others.push(other);
  }
}

interface Window {
  readonly storage: Storage;
  readonly signIn: SharedSignIn;
  /** What it was told that others did, and which account it had then. */
  readonly heard: { readonly signedOut: boolean; readonly account: unknown }[];
}

function aWindow(storage = new Storage()): Window {
  const heard: Window['heard'] = [];
  const signIn = new SharedSignIn({
    memento: storage,
    folder,
    onChange: (signedOut) => heard.push({ signedOut, account: storage.get('account') }),
    onFailure: (code) => failures.push(code),
  });
  onTestFinished(() => signIn.dispose());
  return { storage, signIn, heard };
}

/** Two windows whose storages hear of each other after so many milliseconds. */
async function twoWindows(milliseconds = 0): Promise<readonly [Window, Window]> {
  const windows = [aWindow(), aWindow()] as const;
  const [here, there] = windows;
  here.storage.connect(there.storage);
  there.storage.connect(here.storage);
  here.storage.delay = there.storage.delay = milliseconds;
  await Promise.all(windows.map(({ signIn }) => signIn.look()));
  return windows;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sign-in-'));
  failures = [];
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('a sign-out', () => {
  it('reaches the other windows soon, and is not told to the one that signs out', async () => {
    const [here, there] = await twoWindows(60_000);
    await here.signIn.change(true);
    await vi.waitFor(() => {
      expect(there.heard).toMatchObject([{ signedOut: true }]);
    });
    await delay(200);
    expect([here.signIn.signedOut, there.signIn.signedOut]).toEqual([true, true]);
    expect([here.heard, there.heard.length]).toEqual([[], 1]);
  });

  it('is known to windows that are opened later', async () => {
    const { signIn, storage } = aWindow();
    await signIn.change(true);
    expect(aWindow(storage).signIn.signedOut).toBe(true);
    // Also where the storage of VS Code lost it.
    const later = aWindow();
    await vi.waitFor(() => {
      expect(later.signIn.signedOut).toBe(true);
    });
  });

  it('is noticed in the storage, too, where files cannot be watched', async () => {
    const [here, there] = await twoWindows(10);
    there.signIn.dispose();
    await here.signIn.change(true);
    await delay(100);
    expect(there.signIn.signedOut).toBe(true);
  });

  it('counts where another window signs in in the same moment', async () => {
    const [here, there] = await twoWindows(10);
    await Promise.all([here.signIn.change(true), there.signIn.change(false)]);
    await delay(300);
    expect([here.signIn.signedOut, there.signIn.signedOut]).toEqual([true, true]);
  });
});

describe('a sign-in', () => {
  it('reaches the other windows once they know the account', async () => {
    const [here, there] = await twoWindows(2_000);
    await here.signIn.change(true);
    await vi.waitFor(() => {
      expect(there.heard).toHaveLength(1);
    });
    await here.storage.update('account', 'ada');
    await here.signIn.change(false);
    await delay(200);
    expect([there.signIn.signedOut, there.heard.length]).toEqual([true, 1]);
    await vi.waitFor(
      () => {
        expect(there.heard.at(-1)).toEqual({ signedOut: false, account: 'ada' });
      },
      { timeout: 10_000 },
    );
    expect(there.signIn.signedOut).toBe(false);
  });

  it('in the window that had signed out, or in another one, is the last word', async () => {
    const [here, there] = await twoWindows(10);
    for (const signedOut of [true, false, true, false]) {
      await there.signIn.change(signedOut);
      await vi.waitFor(() => {
        expect(here.heard.at(-1)?.signedOut).toBe(signedOut);
      });
    }
    await here.signIn.change(true);
    await vi.waitFor(() => {
      expect(there.heard).toMatchObject([{ signedOut: true }]);
    });
  });
});

describe('what is shared of signing in', () => {
  it('is nothing where the file is damaged', async () => {
    await writeFile(join(folder, 'sign-in.json'), '{"turn":');
    const { heard, signIn } = aWindow();
    await signIn.look();
    expect([signIn.signedOut, heard, failures]).toEqual([false, [], []]);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'holds in this window where no file can be written, which is told',
    async () => {
      await chmod(folder, 0o500);
      const { signIn } = aWindow();
      await signIn.change(true);
      await chmod(folder, 0o700);
      expect([signIn.signedOut, failures]).toEqual([true, ['EACCES']]);
    },
  );
});
