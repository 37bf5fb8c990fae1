import { describe, expect, it } from 'vitest';
import type { TuningDraft } from '../../../src/protocol/tuningModel.ts';
import type { AlertStore } from '../../../src/services/alertStore.ts';
import { Retuner } from '../../../src/services/tuning/retuner.ts';
import { TuningSession } from '../../../src/services/tuning/tuningSession.ts';
import { ScriptedCorrelator } from '../../builders/scriptedCorrelator.ts';
import { ScriptedSettings } from '../../builders/scriptedSettings.ts';
import { aStoreAfter } from '../../builders/storeState.ts';
import { byAddress, byResource } from '../../builders/twoCases.ts';

interface Scene {
  readonly store: AlertStore;
  readonly settings: ScriptedSettings;
  readonly correlator: ScriptedCorrelator;
  readonly session: TuningSession;
  /** Edits the draft as the page does. */
  readonly edit: (change: Partial<TuningDraft>) => void;
}

function aScene(): Scene {
  const store = aStoreAfter([{ alerts: [...byAddress, ...byResource] }]);
  const settings = new ScriptedSettings();
  const correlator = new ScriptedCorrelator();
  const session = new TuningSession({ store, retuner: new Retuner(store, settings), correlator: () => correlator });
  return {
    store,
    settings,
    correlator,
    session,
    edit: (change) => {
      session.change(session.state.generation, { ...session.state.draft, ...change });
    },
  };
}

const stop = { addresses: ['203.0.113.7'] };

describe('trying other settings', () => {
  it('begins with what is in force, and nothing to show', () => {
    const { session } = aScene();
    expect(session.state.draft).toEqual(session.state.applied);
    expect(session.state.preview).toMatchObject({ basis: 'none', working: false });
  });

  it('shows what would change, and leaves the list and the settings alone', () => {
    const { session, store, settings, correlator, edit } = aScene();
    const before = store.state.correlation;
    edit(stop);
    expect(session.state.preview.working).toBe(true);
    correlator.end(0);
    expect(session.state.preview).toMatchObject({
      basis: 'draft',
      working: false,
      diff: { unchanged: 1, changes: [{ kind: 'vanished' }] },
    });
    expect(store.state.correlation).toBe(before);
    expect(settings.current.stopList.addresses).toEqual([]);
  });

  it('ends the work on an older draft when there is a newer one', () => {
    const { correlator, edit } = aScene();
    edit(stop);
    edit({ addresses: [] });
    expect(correlator.runs.map(({ cancelled }) => cancelled)).toEqual([true, false]);
  });

  it('tries again when the list has changed', () => {
    const { store, correlator, edit, session } = aScene();
    edit(stop);
    correlator.end(0);
    store.correlateWith({ excludedTypes: ['probe'] });
    expect(correlator.runs).toHaveLength(2);
    correlator.end(1);
    expect(session.state.preview.diff.changes.map(({ kind }) => kind)).toContain('appeared');
  });

  it('says when it could not be worked out', () => {
    const { session, correlator, edit } = aScene();
    edit(stop);
    correlator.fail(0);
    expect(session.state.preview).toMatchObject({ working: false, failed: true });
  });

  it('applies the draft, and then shows what it did', async () => {
    const { session, store, settings, edit } = aScene();
    edit({ ...stop, accounts: ['', ' glass@contoso.example '] });
    const { generation } = session.state;
    await session.apply();
    expect(settings.current.stopList).toMatchObject({ ...stop, accounts: ['glass@contoso.example'] });
    expect(store.state.correlation.incidents).toHaveLength(1);
    expect(session.state).toMatchObject({ preview: { basis: 'lastChange', diff: { unchanged: 1 } } });
    expect(session.state.generation).toBeGreaterThan(generation);
    expect(session.state.draft).toEqual(session.state.applied);
  });

  it('keeps the draft, and says so, when the settings cannot be written', async () => {
    const { session, settings, edit } = aScene();
    settings.refuses = true;
    edit(stop);
    await session.apply();
    expect(session.state).toMatchObject({ notApplied: true, draft: stop });
  });

  it('does not apply a time span that is none', async () => {
    const { session, settings, edit } = aScene();
    settings.change({ timeSpan: 7 });
    await new Promise((resolve) => setTimeout(resolve));
    edit({ timeSpan: 0 });
    await session.apply();
    expect(settings.current.timeSpan).toBe(7);
  });

  it('forgets a draft that is discarded, and edits of it that arrive late', () => {
    const { session, correlator, edit } = aScene();
    edit(stop);
    const { generation, draft } = session.state;
    session.discard();
    session.change(generation, draft);
    expect(correlator.runs.map(({ cancelled }) => cancelled)).toEqual([true]);
    expect(session.state.draft.addresses).toEqual([]);
  });

  it('takes an entry from outside the panel, beside what is being edited', () => {
    const { session, correlator, edit } = aScene();
    edit({ precision: 80, addresses: ['198.51.100.1', ''] });
    const { generation } = session.state;
    session.addToStopList('addresses', '203.0.113.7');
    expect(session.state.draft).toMatchObject({ precision: 80, addresses: ['198.51.100.1', '203.0.113.7'] });
    expect(session.state.generation).toBeGreaterThan(generation);
    expect(correlator.runs).toHaveLength(2);
    session.addToStopList('addresses', '203.0.113.7');
    expect(correlator.runs).toHaveLength(2);
  });

  it('gives way to a change of the settings from elsewhere', async () => {
    const { session, settings, edit } = aScene();
    edit(stop);
    settings.change({ precision: 80 });
    await new Promise((resolve) => setTimeout(resolve));
    expect(session.state.draft).toMatchObject({ precision: 80, addresses: [] });
    expect(session.state.preview.basis).toBe('lastChange');
  });

  it('frees what previews need while nobody looks', () => {
    const { session, correlator, edit } = aScene();
    edit(stop);
    session.rest();
    expect([correlator.resets, correlator.runs[0]?.cancelled]).toEqual([1, true]);
  });
});
