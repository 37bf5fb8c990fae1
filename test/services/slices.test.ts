import { describe, expect, it } from 'vitest';
import type { Steps } from '../../src/domain/steps.ts';
import { inSlices, sliced, type Pauses } from '../../src/services/slices.ts';

/** A clock on which every look takes a millisecond, and pauses that the test ends. */
class ScriptedPauses implements Pauses {
  readonly waiting: (() => void)[] = [];
  #now = 0;

  now(): number {
    return (this.#now += 1);
  }

  soon(next: () => void): () => void {
    this.waiting.push(next);
    return () => {
      this.waiting.splice(this.waiting.indexOf(next), 1);
    };
  }

  /** @returns how many pauses there were. */
  endAll(): number {
    let pauses = 0;
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      pauses += 1;
      next();
    }
    return pauses;
  }
}

function* count(to: number, seen: number[] = []): Steps<string> {
  for (let n = 1; n <= to; n += 1) {
    seen.push(n);
    yield;
  }
  return 'counted';
}

// eslint-disable-next-line require-yield -- it throws instead
function* fail(): Steps<string> {
  throw new Error('no');
}

const unexpected = (): void => expect.unreachable();

describe('work in slices', () => {
  it('that fits into one slice is done at once', () => {
    const results: string[] = [];
    inSlices(count(3), new ScriptedPauses(), (result) => results.push(result), unexpected);
    expect(results).toEqual(['counted']);
  });

  it('that takes longer is interrupted, and done once', () => {
    const pauses = new ScriptedPauses();
    const results: string[] = [];
    const seen: number[] = [];
    inSlices(count(100, seen), pauses, (result) => results.push(result), unexpected);
    expect(seen.length).toBeLessThan(10);
    expect(pauses.endAll()).toBeGreaterThan(10);
    expect([seen.length, results]).toEqual([100, ['counted']]);
  });

  it('that is called off goes no further', () => {
    const pauses = new ScriptedPauses();
    const seen: number[] = [];
    const cancel = inSlices(count(100, seen), pauses, unexpected, unexpected);
    const before = seen.length;
    cancel();
    cancel();
    pauses.endAll();
    expect(seen).toHaveLength(before);
  });

  it('that throws says so, and a promise of it is rejected', async () => {
    const errors: unknown[] = [];
    inSlices(fail(), new ScriptedPauses(), unexpected, (error) => errors.push(error));
    expect(errors).toEqual([new Error('no')]);
    await expect(sliced(fail(), new ScriptedPauses())).rejects.toThrow('no');
  });
});
