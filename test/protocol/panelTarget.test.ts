import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPersistedPanel } from '../../src/protocol/panelTarget.ts';

const target = { kind: 'incident', id: 'local:a' } as const;

describe('persisted panel state', () => {
  it('is read back as it was written', () => {
    const state = { target, arrangement: { allAlerts: true, entities0: false } };
    expect(readPersistedPanel(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it('is read back for a comparison of two alerts', () => {
    const state = { target: { kind: 'comparison', id: 'a', otherId: 'b' }, arrangement: {} };
    expect(readPersistedPanel(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it('keeps the target when the arrangement is of another form', () => {
    expect(readPersistedPanel({ target, arrangement: 7 })).toEqual({ target, arrangement: {} });
    expect(readPersistedPanel({ target, arrangement: { a: 'text', b: true } })).toEqual({
      target,
      arrangement: { b: true },
    });
  });

  it.each([
    undefined,
    null,
    'x',
    [],
    {},
    { target: {} },
    { target: { kind: 'blade', id: 'a' } },
    { target: { kind: 'alert' } },
    { target: { kind: 'comparison', id: 'a' } },
  ])('names no panel for %j', (state) => {
    expect(readPersistedPanel(state)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (state) => void readPersistedPanel(state)));
  });
});
