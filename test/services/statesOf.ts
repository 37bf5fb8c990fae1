import type { StoreState } from '../../src/services/storeState.ts';
import { AlertStore } from '../../src/services/alertStore.ts';

export const offline = { kind: 'offline' } as const;

export function statesOf(store: AlertStore): StoreState[] {
  const states: StoreState[] = [];
  store.onDidChange((state) => states.push(state));
  return states;
}
