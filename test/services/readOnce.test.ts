import { describe, expect, it } from 'vitest';
import type { AzureResult } from '../../src/domain/azureFailure.ts';
import { ReadOnce } from '../../src/services/readOnce.ts';
import { aSubscription } from '../builders/storeState.ts';

const subscriptions = ['a', 'b', 'c', 'd', 'e'].map((id) => aSubscription(id));

/** A source whose answers the test lets go one by one. */
function scripted() {
  const waiting = new Map<string, (result: AzureResult<string>) => void>();
  const asked: string[] = [];
  const readings = new ReadOnce<string>(({ subscriptionId }) => {
    asked.push(subscriptionId);
    return new Promise((resolve) => waiting.set(subscriptionId, resolve));
  });
  const answer = async (id: string, result: AzureResult<string> = { ok: true, value: `of ${id}` }) => {
    waiting.get(id)?.(result);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { readings, asked, answer };
}

describe('ReadOnce', () => {
  it('reads what is wanted once, three at a time, and tells of each', async () => {
    const { readings, asked, answer } = scripted();
    const heard: string[] = [];
    readings.onDidChange((id) => heard.push(id));
    readings.want(subscriptions);
    readings.want(subscriptions.slice(0, 2));
    expect(asked).toEqual(['a', 'b', 'c']);
    expect(readings.of('e')).toEqual({ kind: 'reading' });
    await answer('b');
    expect(asked).toEqual(['a', 'b', 'c', 'd']);
    expect(readings.of('b')).toEqual({ kind: 'known', value: 'of b' });
    expect(heard).toEqual(['b']);
  });

  it('keeps a failure until it is forgotten, and what is known for ever', async () => {
    const { readings, asked, answer } = scripted();
    readings.want(subscriptions.slice(0, 2));
    await answer('a', { ok: false, failure: { kind: 'forbidden' } });
    await answer('b');
    readings.want(subscriptions.slice(0, 2));
    expect(asked).toEqual(['a', 'b']);
    expect(readings.of('a')).toEqual({ kind: 'failed', failure: { kind: 'forbidden' } });
    readings.forgetFailures();
    expect([readings.of('a'), readings.of('b')?.kind]).toEqual([undefined, 'known']);
    readings.want(subscriptions.slice(0, 2));
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  it('drops an answer for another sign-in, and reads on', async () => {
    const { readings, asked, answer } = scripted();
    readings.want(subscriptions);
    readings.clear();
    await answer('a');
    expect(readings.of('a')).toBeUndefined();
    readings.want(subscriptions.slice(4));
    expect(asked.at(-1)).toBe('e');
  });

  it('makes a reading of what is thrown, and names no message', async () => {
    const readings = new ReadOnce<string>(() => Promise.reject(new TypeError('secret')));
    readings.want(subscriptions.slice(0, 1));
    await new Promise((resolve) => setImmediate(resolve));
    expect(readings.of('a')).toEqual({ kind: 'failed', failure: { kind: 'unexpected', code: 'TypeError' } });
  });
});
