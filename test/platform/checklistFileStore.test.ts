import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { StepProgress, StepState } from '../../src/domain/remediation/stepProgress.ts';
import { ChecklistFileStore } from '../../src/platform/checklistFileStore.ts';
import { encodeLine } from '../../src/platform/files/checkedLine.ts';
import { decisionLine } from '../../src/platform/files/decisionLine.ts';
import type { ChecklistNotice } from '../../src/services/checklist.ts';

const step = '0123456789abcdef';
const other = 'fedcba9876543210';
const done: StepState = { kind: 'done' };

let folder: string;
let main: string;
let mirror: string;
let notices: ChecklistNotice[];

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'checklists-')), 'v1', 'checklists');
  main = join(folder, 'decisions.ndjson');
  mirror = join(folder, 'decisions.mirror.ndjson');
  notices = [];
});

afterEach(async () => {
  await rm(join(folder, '..', '..'), { recursive: true, force: true });
});

/** A window: it hears its notices, and is disposed when the test ends. */
function window(at = folder): ChecklistFileStore {
  const store = new ChecklistFileStore({
    folder: at,
    clock: { now: () => 1_700_000_000_000 },
    onNotice: (notice) => notices.push(notice),
  });
  onTestFinished(() => store.dispose());
  return store;
}

function decision(state: StepState, at = 1000, by = 'ada'): StepProgress {
  return { state, by, at };
}

async function statesOf(store: ChecklistFileStore, alert = 'a1'): Promise<Record<string, string>> {
  return Object.fromEntries([...(await store.load(alert))].map(([key, { state }]) => [key, state.kind]));
}

async function storeOneAnd(damage: () => Promise<void>): Promise<ChecklistFileStore> {
  const closed = window();
  await closed.setStep('a1', step, decision(done));
  closed.dispose();
  await damage();
  return window();
}

describe('a checklist store', () => {
  it('keeps who decided what, when and why over a restart', async () => {
    const skipped = decision({ kind: 'skipped', reason: 'Not our machine: "x"\n\u2028 é 😀' }, 42, 'grace@example.com');
    expect(await window().setStep('a1', step, skipped)).toEqual({ kind: 'saved' });
    expect([...(await window().load('a1'))]).toEqual([[step, skipped]]);
    expect(notices).toEqual([]);
  });

  it('knows nothing before the first load and everything after it, without reading again', async () => {
    await window().setStep('a1', step, decision(done));
    const store = window();
    expect(store.peek('a1')).toBeUndefined();
    await store.load('another');
    await rm(folder, { recursive: true });
    expect(store.peek('a1')?.get(step)?.state).toEqual(done);
    expect(store.peek('unknown')?.size).toBe(0);
  });

  it('lets the later of two decisions stand, even when the clock went backwards in between', async () => {
    const store = window();
    await store.setStep('a1', step, decision(done, 5000));
    await store.setStep('a1', step, decision({ kind: 'toDo' }, 3000));
    expect(await statesOf(store)).toEqual({ [step]: 'toDo' });
    expect(await statesOf(window())).toEqual({ [step]: 'toDo' });
  });

  it('lets the later of two decisions stand, in whatever order the file has them', async () => {
    await mkdir(folder, { recursive: true });
    for (const [at, kind] of [
      [1, 'toDo'],
      [3, 'done'],
      [2, 'toDo'],
    ] as const) {
      await appendFile(main, encodeLine(decisionLine, { alert: 'a1', step, progress: decision({ kind }, at) }));
    }
    expect(await statesOf(window())).toEqual({ [step]: 'done' });
  });

  it('keeps the order of decisions made in the same instant', async () => {
    const store = window();
    await store.load('a1');
    await Promise.all(
      (['done', 'toDo', 'done', 'toDo', 'done'] as const).map((kind) => store.setStep('a1', step, decision({ kind }))),
    );
    expect(await statesOf(window())).toEqual({ [step]: 'done' });
  });

  it.each([
    ['noReason', step, decision({ kind: 'skipped', reason: ' \n' })],
    ['reasonTooLong', step, decision({ kind: 'skipped', reason: 'x'.repeat(501) })],
    ['badTime', step, decision(done, Number.NaN)],
    ['unknownStep', '__proto__', decision(done)],
    ['unknownStep', '../../x', decision(done)],
  ])('refuses a decision with %s and stores nothing', async (why, key, progress) => {
    const store = window();
    expect(await store.setStep('a1', key, progress)).toEqual({ kind: 'refused', why });
    expect((await window().load('a1')).size).toBe(0);
  });

  it.each([
    ['a property of every object', '__proto__'],
    ['the form of a hash', 'sha256:abc'],
    ['a million characters', 'x'.repeat(1_000_000)],
    ['a path', '../../etc/passwd'],
    ['a line break and NUL', 'a\nb\u0000c'],
    ['a lone surrogate', '\ud800'],
  ])('takes an alert key that is %s', async (_, alert) => {
    await window().setStep(alert, step, decision(done));
    const store = window();
    expect(await statesOf(store, alert)).toEqual({ [step]: 'done' });
    expect((await store.load('x')).size).toBe(0);
    expect(await readdir(folder)).toEqual(['decisions.mirror.ndjson', 'decisions.ndjson']);
    expect((await stat(main)).size).toBeLessThan(1024);
  });

  it('keeps its files and folder from other users', async () => {
    await window().setStep('a1', step, decision(done));
    expect((await stat(main)).mode & 0o077).toBe(0);
    expect((await stat(mirror)).mode & 0o077).toBe(0);
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });

  it('reads the longest decision that it writes', async () => {
    const alert = '\u0001'.repeat(128);
    const longest = decision({ kind: 'skipped', reason: '\u0001'.repeat(500) }, 8.64e15, '\u0001'.repeat(5000));
    await window().setStep(alert, step, longest);
    expect(await statesOf(window(), alert)).toEqual({ [step]: 'skipped' });
    expect(notices).toEqual([]);
  });
});

describe('several windows', () => {
  it('hear each other, and not themselves', async () => {
    const [one, two] = [window(), window()];
    const heard: string[] = [];
    await two.load('a1');
    one.onDidChange((alert) => heard.push(`one:${alert}`));
    const stop = two.onDidChange((alert) => heard.push(`two:${alert}`));
    await one.setStep('a1', step, decision(done));
    await vi.waitFor(() => expect(heard).toContain('two:a1'), { timeout: 5000 });
    expect(two.peek('a1')?.get(step)?.state).toEqual(done);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heard).toEqual(['one:a1', 'two:a1']);
    stop();
    await one.setStep('a1', other, decision(done));
    await two.refresh();
    expect(heard).toEqual(['one:a1', 'two:a1', 'one:a1']);
  });

  it('follow a file that another window has replaced or cut', async () => {
    const store = window();
    await store.setStep('a1', step, decision(done));
    await truncate(mirror, 0);
    await truncate(main, 0);
    // A file that was cut and has grown to the same length again looks as if nothing had happened.
    await store.refresh();
    await appendFile(main, encodeLine(decisionLine, { alert: 'a2', step, progress: decision(done) }));
    await truncate(main, (await stat(main)).size);
    await store.refresh();
    expect(store.peek('a2')?.size).toBe(1);
    const longer = ['a3', 'a4', 'a5', 'a6']
      .map((alert) => encodeLine(decisionLine, { alert, step, progress: decision(done) }))
      .join('');
    await writeFile(`${main}.new`, longer);
    await rename(`${main}.new`, main);
    await store.refresh();
    for (const alert of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6']) expect(store.peek(alert)?.size).toBe(1);
  });

  it('wait for the rest of a line that another window has half written', async () => {
    const store = window();
    await store.load('a1');
    const line = encodeLine(decisionLine, { alert: 'a1', step, progress: decision(done) });
    await appendFile(main, line.slice(0, 60));
    await store.refresh();
    expect(store.peek('a1')?.size).toBe(0);
    await appendFile(main, line.slice(60));
    await store.refresh();
    expect(store.peek('a1')?.size).toBe(1);
  });

  it('are told once of everything that the first read found', async () => {
    await window().setStep('a1', step, decision(done));
    const store = window();
    const heard: number[] = [];
    store.onDidChange((alert) => heard.push(store.peek(alert)?.size ?? -1));
    await store.load('a1');
    expect(heard).toEqual([1]);
  });

  it('store a decision although a listener throws', async () => {
    const store = window();
    const crashes: unknown[] = [];
    const record = (error: unknown): number => crashes.push(error);
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException').once('uncaughtException', record);
    const stop = store.onDidChange(() => {
      throw new Error('listener');
    });
    expect(await store.setStep('a1', step, decision(done))).toEqual({ kind: 'saved' });
    await new Promise((resolve) => setTimeout(resolve, 10));
    for (const other of others) process.on('uncaughtException', other);
    expect(crashes).toHaveLength(1);
    stop();
    expect(await store.setStep('a1', other, decision(done))).toEqual({ kind: 'saved' });
  });

  it('see each other at the next focus where watching does not work', async () => {
    const [one, two] = [window(), window()];
    await two.load('a1');
    two.dispose();
    await one.setStep('a1', step, decision(done));
    await two.refresh();
    expect(two.peek('a1')?.size).toBe(1);
  });
});

describe('damage', () => {
  const damages: readonly (readonly [string, (path: string) => Promise<void>])[] = [
    ['cut in half', async (path) => truncate(path, 40)],
    ['emptied', async (path) => truncate(path, 0)],
    ['deleted', async (path) => rm(path)],
    ['filled with NUL', async (path) => writeFile(path, Buffer.alloc((await stat(path)).size))],
    ['replaced by []', async (path) => writeFile(path, '[]')],
    ['replaced by a __proto__ object', async (path) => writeFile(path, '{"__proto__":{"polluted":true}}\n')],
    ['replaced by 10 MB of text', async (path) => writeFile(path, 'x'.repeat(10 * 1024 * 1024))],
    ['replaced by 10 MB of lines', async (path) => writeFile(path, `${'abc'.repeat(30)}\n`.repeat(115_000))],
    ['replaced by invalid UTF-8', async (path) => writeFile(path, Buffer.from([0xff, 0xfe, 0x0a, 0xc3, 0x28, 0x0a]))],
    ['changed in one byte', async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('ada', 'eve'))],
  ];

  it.each(damages)('of one copy (%s) loses nothing, and the copy is whole again', async (_, damage) => {
    for (const path of [main, mirror]) {
      await rm(folder, { recursive: true, force: true });
      const store = await storeOneAnd(() => damage(path));
      expect(await statesOf(store)).toEqual({ [step]: 'done' });
      await rm(path === main ? mirror : main);
      expect(await statesOf(window())).toEqual({ [step]: 'done' });
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each(damages)('of both copies (%s) is survived, kept for inspection, and told', async (name, damage) => {
    const store = await storeOneAnd(async () => {
      await damage(main);
      await damage(mirror);
    });
    expect(await statesOf(store)).toEqual({});
    expect(await store.setStep('a1', other, decision(done))).toEqual({ kind: 'saved' });
    expect(await statesOf(window())).toEqual({ [other]: 'done' });
    // Nothing is left to keep, or what a crash leaves too.
    if (['emptied', 'deleted', 'cut in half'].includes(name)) return;
    expect(notices.map(({ kind }) => kind)).toContain('recovered');
    expect((await readdir(folder)).some((file) => file.includes('.corrupt-'))).toBe(true);
  });

  it('keeps the whole lines of a damaged copy', async () => {
    const store = await storeOneAnd(async () => {
      await rm(mirror);
      await appendFile(main, '\ngarbage\n');
      await appendFile(main, encodeLine(decisionLine, { alert: 'a1', step: other, progress: decision(done) }));
    });
    expect(await statesOf(store)).toEqual({ [step]: 'done', [other]: 'done' });
    expect(notices).toEqual([
      { kind: 'recovered', unreadableRecords: 1, quarantinedAs: 'decisions.ndjson.corrupt-1700000000000' },
    ]);
    expect(await readFile(join(folder, 'decisions.ndjson.corrupt-1700000000000'), 'utf8')).toContain('garbage');
  });

  it('cleans up a line that a crash cut, without alarm, and the next decision is whole', async () => {
    const store = await storeOneAnd(() =>
      appendFile(main, encodeLine(decisionLine, { alert: 'a1', step: other, progress: decision(done) }).slice(0, 50)),
    );
    await store.setStep('a1', other, decision({ kind: 'toDo' }));
    expect(await statesOf(window())).toEqual({ [step]: 'done', [other]: 'toDo' });
    expect(notices).toEqual([]);
  });

  it('parts its next line from one that a full disk cut meanwhile', async () => {
    const store = window();
    await store.setStep('a1', step, decision(done));
    await appendFile(main, '0123456789abcdef {"v":1');
    await appendFile(mirror, '0123456789abcdef {"v":1');
    await store.setStep('a1', other, decision(done));
    expect(await statesOf(window())).toEqual({ [step]: 'done', [other]: 'done' });
  });

  it('keeps the latest five damaged copies', async () => {
    await window().setStep('a1', step, decision(done));
    for (let round = 0; round < 8; round += 1) {
      await appendFile(main, '\ngarbage\n');
      const store = new ChecklistFileStore({ folder, clock: { now: () => 1000 + round }, onNotice: () => undefined });
      await store.load('a1');
      store.dispose();
    }
    const kept = (await readdir(folder)).filter((file) => file.includes('.corrupt-'));
    expect(kept).toEqual([1003, 1004, 1005, 1006, 1007].map((at) => `decisions.ndjson.corrupt-${at}`));
  });

  it('leaves no temporary files behind, and the new file to its owner only', async () => {
    const store = await storeOneAnd(() => truncate(main, 0));
    await store.load('a1');
    expect(await readdir(folder)).toEqual(['decisions.mirror.ndjson', 'decisions.ndjson']);
    expect((await stat(main)).mode & 0o077).toBe(0);
  });
});

describe('a newer version', () => {
  it('makes the store read-only, says so once, and changes no byte', async () => {
    const { createHash } = await import('node:crypto');
    const json = '{"v":2,"alert":"a1","what":"unheard of"}';
    const newer = `\n${createHash('sha256').update(json).digest('hex').slice(0, 16)} ${json}\n`;
    const store = await storeOneAnd(() => appendFile(main, `${newer}\ngarbage\n`));
    expect(await statesOf(store)).toEqual({ [step]: 'done' });
    const before = await readFile(main);
    expect(await store.setStep('a1', other, decision(done))).toEqual({ kind: 'notSaved', why: 'readOnly' });
    await store.refresh();
    expect(await readFile(main)).toEqual(before);
    expect(notices).toEqual([{ kind: 'readOnly' }]);
  });
});

describe('a disk that does not do its work', () => {
  it('is told, and nothing unsaved is shown as saved', async () => {
    const file = join(folder, '..', '..', 'a-file');
    await writeFile(file, '');
    const store = window(join(file, 'checklists'));
    expect((await store.load('a1')).size).toBe(0);
    expect(await store.setStep('a1', step, decision(done))).toEqual({ kind: 'notSaved', why: 'unwritable' });
    expect(store.peek('a1')?.size).toBe(0);
    expect(notices).toContainEqual({ kind: 'unwritable', code: 'ENOTDIR', copiesWritten: 0 });
    expect(notices.map(({ kind }) => kind)).toContain('unreadable');
  });

  it('is told when one copy fails, and the decision is kept in the other', async () => {
    await mkdir(mirror, { recursive: true });
    const store = window();
    expect(await store.setStep('a1', step, decision(done))).toEqual({ kind: 'saved' });
    expect(notices).toContainEqual({ kind: 'unwritable', code: 'EISDIR', copiesWritten: 1 });
    expect(await statesOf(window())).toEqual({ [step]: 'done' });
  });

  it('is told when a copy cannot be read, and is not taken for an empty one', async () => {
    await mkdir(main, { recursive: true });
    const store = window();
    await store.load('a1');
    await store.refresh();
    expect(notices).toEqual([{ kind: 'unreadable', code: 'EISDIR' }]);
  });

  it('recovers when the folder is deleted while windows are open', async () => {
    const store = window();
    await store.setStep('a1', step, decision(done));
    await rm(folder, { recursive: true });
    expect(await store.setStep('a1', other, decision(done))).toEqual({ kind: 'saved' });
  });
});

describe('size', () => {
  it('rewrites a copy whose lines have mostly been overruled, one copy a start, and loses nothing', async () => {
    await mkdir(folder, { recursive: true });
    const lines = Array.from({ length: 12_000 }, (_, index) =>
      encodeLine(decisionLine, { alert: 'a1', step: index % 2 === 0 ? step : other, progress: decision(done, index) }),
    ).join('');
    await writeFile(main, lines);
    await writeFile(mirror, lines);
    await window().load('a1');
    expect((await stat(main)).size).toBeLessThan(1000);
    expect((await stat(mirror)).size).toBe(lines.length);
    await window().load('a1');
    expect((await stat(mirror)).size).toBeLessThan(1000);
    expect((await window().load('a1')).get(other)?.at).toBe(11_999);
  });
});
