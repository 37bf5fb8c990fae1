import { describe, expect, it, vi } from 'vitest';
import { emptyStopList } from '../../../src/domain/correlation/tuning/stopList.ts';
import { defaultSettings } from '../../../src/domain/correlation/tuning/correlationSettings.ts';
import type { AlertStore } from '../../../src/services/alertStore.ts';
import { Retuner, type Retuning } from '../../../src/services/tuning/retuner.ts';
import { ScriptedSettings } from '../../builders/scriptedSettings.ts';
import { aStoreAfter } from '../../builders/storeState.ts';
import { byAddress, byResource } from '../../builders/twoCases.ts';

const stopped = { ...emptyStopList, addresses: ['203.0.113.7'] };

interface Scene {
  readonly store: AlertStore;
  readonly settings: ScriptedSettings;
  readonly retuner: Retuner;
  readonly told: Retuning[];
}

function aScene(): Scene {
  const store = aStoreAfter([{ alerts: [...byAddress, ...byResource] }]);
  const settings = new ScriptedSettings();
  const retuner = new Retuner(store, settings);
  const told: Retuning[] = [];
  retuner.onDidRetune((retuning) => told.push(retuning));
  return { store, settings, retuner, told };
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}

describe('correlation by a person’s settings', () => {
  it('begins with what is set, and says nothing of it', async () => {
    const store = aStoreAfter([{ alerts: [...byAddress, ...byResource] }]);
    const settings = new ScriptedSettings();
    settings.current = { ...defaultSettings, stopList: stopped };
    const told: Retuning[] = [];
    new Retuner(store, settings).onDidRetune((retuning) => told.push(retuning));
    await settled();
    expect(store.state.correlation.incidents).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it('correlates anew at once when a setting is changed anywhere, and says what came of it', async () => {
    const { store, settings, told } = aScene();
    expect(store.state.correlation.incidents).toHaveLength(2);
    settings.change({ stopList: stopped });
    await settled();
    expect(store.state.correlation.incidents).toHaveLength(1);
    expect(told).toMatchObject([
      { before: defaultSettings, diff: { unchanged: 1, changes: [{ kind: 'vanished', left: 2 }] } },
    ]);
  });

  it('takes several settings that are written together for one change: it correlates and tells once', async () => {
    const { store, retuner, told } = aScene();
    const correlate = vi.spyOn(store, 'correlateWith');
    await retuner.apply({ ...defaultSettings, precision: 60, timeSpan: 7, stopList: stopped });
    expect(told.map(({ before }) => before)).toEqual([defaultSettings]);
    expect(correlate).toHaveBeenCalledOnce();
  });

  it('goes back to what was before', async () => {
    const { store, retuner, told } = aScene();
    await retuner.apply({ ...defaultSettings, stopList: stopped });
    await retuner.apply(told[0]!.before);
    expect(store.state.correlation.incidents).toHaveLength(2);
    expect(told[1]?.diff.changes.map(({ kind }) => kind)).toEqual(['appeared']);
  });

  it('is silent where a setting is written as it was, and after it was ended', async () => {
    const { settings, retuner, told } = aScene();
    settings.change({ precision: 50 });
    await settled();
    retuner.dispose();
    settings.change({ precision: 100 });
    await settled();
    expect(told).toEqual([]);
  });

  it('tells of two changes in a row once, from before the first to after the second', async () => {
    const { settings, told } = aScene();
    settings.change({ stopList: stopped });
    settings.change({ excludedAlertTypes: ['probe'] });
    await settled();
    expect(told).toHaveLength(1);
    expect(told[0]?.diff.changes.map(({ kind }) => kind)).toEqual(['vanished', 'vanished']);
  });

  it('leaves everything as it is when the settings cannot be written, and says so', async () => {
    const { store, settings, retuner, told } = aScene();
    settings.refuses = true;
    await expect(retuner.apply({ ...defaultSettings, stopList: stopped })).rejects.toThrow();
    expect(store.state.correlation.incidents).toHaveLength(2);
    expect(told).toEqual([]);
  });
});
