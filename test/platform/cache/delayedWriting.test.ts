import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DelayedWriting } from '../../../src/platform/cache/delayedWriting.ts';

describe('delayed writing', () => {
  let written: number;
  let write: () => Promise<void>;
  let writing: DelayedWriting;

  beforeEach(() => {
    vi.useFakeTimers();
    written = 0;
    write = () => {
      written += 1;
      return Promise.resolve();
    };
    writing = new DelayedWriting(1_000, () => write());
  });

  afterEach(() => void vi.useRealTimers());

  it('writes several changes in a row at once', async () => {
    writing.soon();
    await vi.advanceTimersByTimeAsync(900);
    writing.soon();
    expect(written).toBe(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(written).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(written).toBe(1);
  });

  it('writes now what would be written soon, and not again then', async () => {
    writing.soon();
    await writing.now();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(written).toBe(1);
  });

  it('never writes twice at the same time', async () => {
    const first = Promise.withResolvers<undefined>();
    write = () => {
      written += 1;
      return written === 1 ? first.promise : Promise.resolve();
    };
    const both = [writing.now(), writing.now()];
    await vi.advanceTimersByTimeAsync(0);
    expect(written).toBe(1);
    first.resolve(undefined);
    await Promise.all(both);
    expect(written).toBe(2);
  });

  it('tries again after a write that failed, and leaves no rejection behind', async () => {
    write = () => Promise.reject(new Error('the disk'));
    writing.soon();
    await vi.advanceTimersByTimeAsync(1_000);
    await expect(writing.now()).rejects.toThrow('the disk');
    write = () => {
      written += 1;
      return Promise.resolve();
    };
    await writing.now();
    expect(written).toBe(1);
  });

  it('writes nothing on its own once it has ended', async () => {
    writing.soon();
    writing.end();
    writing.soon();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([written, writing.hasEnded()]).toEqual([0, true]);
  });
});
