import { describe, expect, it } from 'vitest';
import { buildPanelModel } from '../../../src/services/viewModels/buildPanelModel.ts';
import { panelContextOf } from '../../../src/services/viewModels/panelContextOf.ts';
import type { StoreState } from '../../../src/services/storeState.ts';
import { aMemberEntity, anAlert, aServiceIncident, noon } from '../../builders/alert.ts';
import { aStoreAfter, aStoreState, anAlertStore, type Reading } from '../../builders/storeState.ts';

const alert = anAlert({ called: 'here' });
const target = { kind: 'alert', id: alert.key } as const;

function modelOf(state: StoreState, of: { kind: 'alert' | 'incident'; id: string } = target) {
  const surroundings = {
    peek: () => undefined,
    why: undefined,

    rightsIn: () => undefined,
    corrections: [],
    portalUrl: 'https://portal.azure.com',
    now: noon,
    timeOfDay: String,
    shownInFull: new Set<string>(),
  };
  return buildPanelModel(of, state, panelContextOf(state, surroundings)).model;
}

function after(...readings: Reading[]): StoreState {
  return aStoreState(readings);
}

describe('what a panel shows', () => {
  it('is its alert, once that is in the list', () => {
    expect(modelOf(after({ alerts: [alert] }))).toMatchObject({ kind: 'alert', id: alert.key });
  });

  it('is the incident that its own was merged into', () => {
    const state = after({ alerts: [alert, aServiceIncident('attack', [aMemberEntity([alert.systemAlertId])])] });
    const attack = state.correlation.incidents[0]!.id;
    const correlation = { ...state.correlation, formerIds: new Map([['local:old', attack]]) };
    expect(modelOf({ ...state, correlation }, { kind: 'incident', id: 'local:old' })).toMatchObject({ id: attack });
    expect(modelOf(state, { kind: 'incident', id: 'local:old' })).toMatchObject({ kind: 'empty', state: 'gone' });
  });

  it('is that the alert is gone, when everything was read and it is not there', () => {
    expect(modelOf(after({ alerts: [] }))).toMatchObject({ kind: 'empty', state: 'gone', canRefresh: true });
  });

  it('is never "gone" when something could not be read', () => {
    expect(
      modelOf(
        after(
          { alerts: [] },
          {
            subscription: { subscriptionId: 'x', tenantId: 't', displayName: 'X', state: 'Enabled' },
            failure: { kind: 'offline' },
          },
        ),
      ),
    ).toMatchObject({
      kind: 'empty',
      state: 'failed',
    });
    expect(modelOf(after({ failure: { kind: 'offline' } }))).toMatchObject({ kind: 'empty', state: 'failed' });
  });

  it('is that it loads, while the list is on its way', () => {
    const store = anAlertStore();
    store.apply({ kind: 'refreshStarted' });
    expect(modelOf(store.state)).toMatchObject({ kind: 'empty', state: 'loading', canRefresh: false });
  });

  it('is that it loads while alerts are correlated, and that it could not be worked out when that failed', () => {
    const { correlation } = aStoreState([]);
    const read = { ...after({ alerts: [alert] }), correlation };
    expect(modelOf({ ...read, correlating: true })).toMatchObject({ kind: 'empty', state: 'loading' });
    expect(modelOf({ ...read, correlationFailed: true })).toMatchObject({ state: 'uncorrelated', canRefresh: true });
  });

  it('is that the person is signed out', () => {
    const store = anAlertStore();
    store.apply({ kind: 'cleared', signedOut: true });
    expect(modelOf(store.state, { kind: 'incident', id: 'x' })).toMatchObject({
      kind: 'empty',
      subject: 'incident',
      state: 'signedOut',
    });
  });

  it('says from when the alerts are, when they could not be read again', () => {
    const store = aStoreAfter([{ alerts: [alert] }]);
    store.apply({ kind: 'alertsFailed', subscriptionId: alert.subscriptionId, failure: { kind: 'offline' } });
    const model = modelOf(store.state);
    expect(model.kind === 'alert' && model.header.notices).toEqual([
      { tone: 'warning', text: expect.stringContaining('offline: Azure could not be reached') as string, at: noon },
    ]);
  });
});
