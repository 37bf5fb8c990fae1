import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type * as vscode from 'vscode';
import { OrderedMemento } from '../../src/platform/orderedMemento.ts';

/** Keeps values as VS Code does: sent as a whole a moment after an update, and replaced by what is told back. */
class ToldBack implements vscode.Memento {
  #values: Record<string, unknown> = {};
  readonly stored: Record<string, unknown>[] = [];

  keys(): readonly string[] {
    return Object.keys(this.#values);
  }

  get<T>(key: string, fallback?: T): T | undefined {
    return (this.#values[key] as T | undefined) ?? fallback;
  }

  async update(key: string, value: unknown): Promise<void> {
    if (key === 'refused') throw new Error('no room');
    this.#values[key] = value;
    await delay(10);
    const sent = { ...this.#values };
    this.stored.push(sent);
    await delay(20);
    this.#values = { ...sent };
  }
}

it('stores two values although the second is asked for before the first is told back', async () => {
  const kept = new ToldBack();
  const memento = new OrderedMemento(kept);
  const first = memento.update('identities', [1]);
  await delay(25);
  const second = memento.update('subscriptions', 'all');
  await Promise.all([first, second]);
  expect(kept.stored.at(-1)).toEqual({ identities: [1], subscriptions: 'all' });
  expect(memento.get('subscriptions')).toBe('all');
});

it('gives what was last asked for, before it is stored and after', async () => {
  const memento = new OrderedMemento(new ToldBack());
  const updates = [memento.update('choice', 'one'), memento.update('choice', 'two'), memento.update('other', 1)];
  expect([memento.get('choice'), memento.get('other'), memento.get('none', 'fallback')]).toEqual([
    'two',
    1,
    'fallback',
  ]);
  expect(memento.keys()).toEqual(['choice', 'other']);
  await updates[0];
  expect(memento.get('choice')).toBe('two');
  await Promise.all(updates);
  expect([memento.get('choice'), memento.get('other')]).toEqual(['two', 1]);
  const removed = memento.update('choice', undefined);
  expect([memento.get('choice', 'fallback'), memento.keys()]).toEqual(['fallback', ['other']]);
  await removed;
});

it('tells only the one whose value could not be stored, and goes on', async () => {
  const memento = new OrderedMemento(new ToldBack());
  const refused = memento.update('refused', 1);
  const next = memento.update('choice', 'one');
  await expect(refused).rejects.toThrow('no room');
  await next;
  expect([memento.get('refused'), memento.get('choice')]).toEqual([undefined, 'one']);
});
