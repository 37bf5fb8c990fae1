import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Outlet, UnwritableOutput } from '../../src/cli/outlet.ts';

/** A stream whose reader takes a block only when the test lets it. */
function aSlowReader() {
  const taken: string[] = [];
  let take: (() => void) | undefined;
  const stream = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _, done) {
      take = () => {
        taken.push(chunk.toString());
        done();
      };
    },
  });
  return { stream, taken, takeOne: () => take?.() };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('the outlet', () => {
  it('writes what several sides give in the order in which they gave it', async () => {
    const taken: string[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _, done) {
        taken.push(chunk.toString());
        done();
      },
    });
    const outlet = new Outlet(stream);
    outlet.write(['a', 'b']);
    outlet.write(['c']);
    await outlet.close();
    expect(taken.join('')).toBe('abc');
  });

  it('has no room until the reader has taken what was given', async () => {
    const { stream, taken, takeOne } = aSlowReader();
    const outlet = new Outlet(stream);
    outlet.write(['a']);
    let hasRoom = false;
    const room = outlet.room().then(() => (hasRoom = true));
    await soon();
    expect(hasRoom).toBe(false);
    takeOne();
    await room;
    expect(taken).toEqual(['a']);
  });

  it('drops the rest once the reader has gone, and says so', async () => {
    const { stream, taken } = aSlowReader();
    const outlet = new Outlet(stream);
    outlet.write(['a']);
    outlet.write(['b']);
    await soon();
    stream.destroy(Object.assign(new Error('gone'), { code: 'EPIPE' }));
    await outlet.close();
    expect(outlet.gone.aborted).toBe(true);
    expect(taken).toEqual([]);
  });

  it('fails when the output cannot be written for any other reason', async () => {
    const { stream } = aSlowReader();
    const outlet = new Outlet(stream);
    outlet.write(['a']);
    await soon();
    stream.destroy(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    await expect(outlet.close()).rejects.toThrow(new UnwritableOutput('Cannot write the output: ENOSPC'));
  });
});
