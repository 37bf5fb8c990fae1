import path from 'node:path';
import { correlationThread } from '../../src/platform/correlationThread.ts';
import { systemPauses } from '../../src/platform/systemPauses.ts';
import type { PanelTarget } from '../../src/protocol/panelTarget.ts';
import { AlertStore } from '../../src/services/alertStore.ts';
import { CorrelatorBySize } from '../../src/services/correlatorBySize.ts';
import { InProcessCorrelator } from '../../src/services/inProcessCorrelator.ts';
import type { AzureGateway } from '../../src/services/ports.ts';
import { Refresher } from '../../src/services/refresh.ts';
import { sameRows } from '../../src/services/tree/sameRows.ts';
import { unseenHighItems } from '../../src/services/unseenItems.ts';
import { buildPanelModel } from '../../src/services/viewModels/buildPanelModel.ts';
import { panelContextOf } from '../../src/services/viewModels/panelContextOf.ts';
import { WorkerCorrelator } from '../../src/services/workerCorrelator.ts';
import { forgetfulIds, silentLog } from '../builders/correlator.ts';
import { treeOf } from './filledStore.ts';

/** Redraws wait for a pause in the changes, as in the view. */
export const quietMilliseconds = 150;

interface BenchProduct {
  readonly store: AlertStore;
  /** How often the screen was drawn. */
  readonly draws: number;
  refresh(): Promise<void>;
  dispose(): void;
}

/** What the extension host has between Azure and the screen, with the worker of the real bundle. */
export function startProduct(gateway: () => AzureGateway): BenchProduct {
  const parts = { ids: forgetfulIds(), pauses: systemPauses, log: silentLog };
  const inProcess = new InProcessCorrelator(parts);
  const startWorker = correlationThread(path.resolve(import.meta.dirname, '../../dist/correlation-worker.js'));
  const inWorker = new WorkerCorrelator({ ...parts, fallback: inProcess, startWorker });
  const store = new AlertStore(new CorrelatorBySize(inProcess, inWorker));
  const refresher = new Refresher({
    store,
    gateway: () => Promise.resolve(gateway()),
    select: (available) => available,
    clock: { now: () => Date.now() },
    pauses: systemPauses,
    log: silentLog,
  });
  let draws = 0;
  let pending: NodeJS.Timeout | undefined;
  let shown = store.state;
  store.onDidChange((state) => {
    const isSame = sameRows(shown, state);
    shown = state;
    if (isSame) return;
    pending ??= setTimeout(() => {
      pending = undefined;
      draws += 1;
      draw(store);
    }, quietMilliseconds);
  });
  return {
    store,
    get draws() {
      return draws;
    },
    refresh: () => refresher.refresh(),
    dispose: () => {
      clearTimeout(pending);
      store.dispose();
    },
  };
}

/** What is worked out for the screen on every change: badge, the rows that are open at first, and two panels. */
function draw(store: AlertStore): void {
  const { state } = store;
  unseenHighItems(state, new Set());
  const tree = treeOf(store);
  const rows = tree.roots().flatMap((root) => [root, ...tree.children(root)]);
  for (const row of rows) tree.describe(row);
  const [incident] = state.correlation.incidents;
  const [alone] = state.correlation.standalone;
  if (incident !== undefined) buildPanel(store, { kind: 'incident', id: incident.id });
  if (alone !== undefined) buildPanel(store, { kind: 'alert', id: alone });
}

function buildPanel({ state }: AlertStore, target: PanelTarget): void {
  const context = panelContextOf(state, {
    peek: () => undefined,
    why: undefined,

    rightsIn: () => undefined,
    corrections: [],
    portalUrl: 'https://portal.azure.com',
    now: Date.now(),
    timeOfDay: String,
    shownInFull: new Set(),
  });
  buildPanelModel(target, state, context);
}
