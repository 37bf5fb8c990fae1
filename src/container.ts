import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Product } from './commands/product.ts';
import { answerRetuning } from './commands/answerRetuning.ts';
import { commands } from './commands/commands.ts';
import { followAccount, followSignIn, reconnect } from './commands/followAccount.ts';
import { takeBack } from './commands/takeBack.ts';
import { needsLoaded } from './commands/needsLoaded.ts';
import { ChecklistFileStore } from './platform/checklistFileStore.ts';
import { tellOfCache } from './platform/cacheNotices.ts';
import { tellOfChecklists } from './platform/checklistNotices.ts';
import { CorrectionFileStore } from './platform/correctionFileStore.ts';
import { tellOfCorrections } from './platform/correctionNotices.ts';
import { PanelManager } from './panels/panelManager.ts';
import { RunbookSource } from './panels/runbookSource.ts';
import { readPageAssets } from './panels/pageAssets.ts';
import { systemClock as clock } from './platform/clock.ts';
import { Connection } from './platform/connection.ts';
import { correlationSettings } from './platform/correlationSettings.ts';
import { correlators } from './platform/correlators.ts';
import { IdentityMemento } from './platform/identityMemento.ts';
import { OrderedMemento } from './platform/orderedMemento.ts';
import { localUser } from './platform/localUser.ts';
import { channelLog } from './platform/logChannel.ts';
import { ReadOnlyDocuments } from './platform/readOnlyDocuments.ts';
import { Snoozes } from './platform/snoozes.ts';
import { tellOfWoken } from './platform/notices.ts';
import { SeenItems } from './platform/seenItems.ts';
import { SharedSignIn } from './platform/sharedSignIn.ts';
import { SelectedSubscriptions } from './platform/selectedSubscriptions.ts';
import { readRefreshInterval, readSettings } from './platform/settings.ts';
import { startSchedule } from './platform/startSchedule.ts';
import { systemPauses } from './platform/systemPauses.ts';
import { tellOfSettings } from './platform/tuningNotices.ts';
import { Retuner } from './services/tuning/retuner.ts';
import { TuningSession } from './services/tuning/tuningSession.ts';
import { AlertStore } from './services/alertStore.ts';
import { CorrectionDesk } from './services/corrections/correctionDesk.ts';
import { UndoStack } from './services/undo/undoStack.ts';
import type { LocalData } from './platform/cache/localData.ts';
import { checklistSummary } from './services/checklistSummary.ts';
import { publicCloud } from './domain/cloudEndpoints.ts';
import { IncidentIds } from './services/incidentIds.ts';
import { once } from './services/once.ts';
import { signedInAs } from './services/signIn/signedInAs.ts';
import { Refresher } from './services/refresh.ts';
import { SubscriptionDetails } from './services/subscriptionDetails.ts';
import type { SubscriptionNode } from './services/subscriptionTree/subscriptionNode.ts';
import type { TreeNode } from './services/tree/treeNode.ts';
import { IncidentsView } from './tree/incidentsView.ts';

export interface StartedProduct {
  readonly product: Product;
  /** Ends everything. */
  readonly disposable: vscode.Disposable;
}

export interface TreeViews {
  readonly incidents: vscode.TreeView<TreeNode>;
  readonly subscriptions: vscode.TreeView<SubscriptionNode>;
}

/** Puts the product together, behind the views that VS Code shows already: the only place that knows all its parts. */
export function startProduct(context: vscode.ExtensionContext, treeViews: TreeViews): StartedProduct {
  const { extension, extensionUri, globalStorageUri, secrets } = context;
  const globalState = new OrderedMemento(context.globalState);
  const logChannel = vscode.window.createOutputChannel('Azure Security Incidents', { log: true });
  const log = channelLog(logChannel);
  const identities = new IdentityMemento(globalState);
  const ids = new IncidentIds(identities);
  const correlatorFor = correlators(extensionUri, log);
  const store = new AlertStore(correlatorFor(ids));
  const sharedSignIn = new SharedSignIn({
    memento: globalState,
    folder: vscode.Uri.joinPath(globalStorageUri, 'v1', 'sign-in').fsPath,
    onChange: (signedOut) => {
      void followSignIn(product, signedOut);
    },
    onFailure: (code) => {
      log.warn('signIn.notShared', { code });
    },
  });
  const connection = new Connection({ memento: globalState, signIn: sharedSignIn, secrets, clock, log });
  const subscriptions = new SelectedSubscriptions(globalState);
  const seen = new SeenItems(globalState);
  const snoozes = new Snoozes({ memento: globalState, store, clock, onWoken: tellOfWoken });
  const refresher = new Refresher({
    store,
    gateway: () => connection.gateway(),
    select: (available) => subscriptions.select(available),
    takeOver: async () => {
      await firstScreen;
      return (await localData()).takeOver(readRefreshInterval() * 60_000);
    },
    clock,
    pauses: systemPauses,
    log,
  });
  const details = new SubscriptionDetails(store, () => connection.gateway());
  const subscriptionsView = once(async () => {
    const { SubscriptionsView } = await import('./subscriptions/index.ts');
    const made = new SubscriptionsView({ extensionUri, treeView: treeViews.subscriptions, store, details });
    context.subscriptions.push(made);
    return made;
  });
  const localData: () => Promise<LocalData> = once(async () => {
    const { openLocalData } = await import('./platform/cache/index.ts');
    return openLocalData({
      folder: vscode.Uri.joinPath(globalStorageUri, 'v1', 'cache').fsPath,
      archiveFolder: vscode.Uri.joinPath(globalStorageUri, 'v1', 'archive').fsPath,
      memento: globalState,
      secrets,
      signedOut: () => connection.signedOut,
      store,
      select: (kept) => subscriptions.select(kept),
      clock,
      pauses: systemPauses,
      treeOf: (state) => view.treeToSave(state),
      onScreen: (screen) => {
        view.showSaved(screen);
      },
      onNotice: tellOfCache(log),
      onOtherAccount: () => {
        reconnect(product);
      },
    });
  });
  const schedule = startSchedule({
    store,
    refresher,
    clock,
    view: treeViews.incidents,
    isPoller: async () => (await localData()).isPoller(),
    onHidden: async () => {
      await (await localData()).rest();
    },
  });
  const checklists = new ChecklistFileStore({
    folder: vscode.Uri.joinPath(globalStorageUri, 'v1', 'checklists').fsPath,
    clock,
    onNotice: (notice) => {
      tellOfChecklists(notice, log);
    },
  });
  const correctionFiles = new CorrectionFileStore({
    folder: vscode.Uri.joinPath(globalStorageUri, 'v1', 'corrections').fsPath,
    onNotice: (notice) => {
      tellOfCorrections(notice, log);
    },
  });
  const undoStack = new UndoStack();
  const corrections = new CorrectionDesk({
    store: correctionFiles,
    clock,
    decider: localUser,
    newId: randomUUID,
    onDone: (ids) => {
      undoStack.push(() => takeBack(corrections, ids));
    },
  });
  const view: IncidentsView = new IncidentsView({
    extensionUri,
    treeView: treeViews.incidents,
    store,
    seen,
    snoozes,
    details,
    schedule,
    progressOf: (alerts) => checklistSummary(alerts, checklists),
    signedInAs: () => {
      const { signIn: method, cloud } = readSettings();
      const signedOut = connection.signedOut || store.state.phase === 'signedOut';
      return signedInAs({ method, cloud, account: connection.accounts.get(cloud)?.label, signedOut });
    },
    onShown: async () => {
      await Promise.all([checklists.refresh(), refresher.ensureLoaded()]);
    },
  });
  const retuner = new Retuner(store, correlationSettings(tellOfSettings(log)));
  const tuning = new TuningSession({
    store,
    retuner,
    correlator: () => correlatorFor(new IncidentIds({ read: () => undefined, write: () => undefined })),
  });
  const documents = new ReadOnlyDocuments();
  const portalUrl = (): string => readSettings().endpoints?.portalUrl ?? publicCloud.portalUrl;
  const runbooks = new RunbookSource(() => response());
  const panels = new PanelManager({
    extensionUri,
    pageAssets: once(() => readPageAssets(extensionUri)),
    store,
    tuning,
    runbooks,
    corrections,
    checklists,
    details,
    records: () => product.response(),
    snoozes,
    clock,
    log,
    portalUrl,
    decider: localUser,
    ensureLoaded: () => void refresher.ensureLoaded(),
    refresh: () => void refresher.refresh(),
    run: (command, argument) => product.run(command, argument),
  });
  const response = once(async () => {
    const { openResponse } = await import('./response/index.ts');
    const opened = openResponse({
      ...product,
      storageFolder: vscode.Uri.joinPath(globalStorageUri, 'v1').fsPath,
      clock,
      gateway: () => connection.gateway(),
      user: localUser,
    });
    context.subscriptions.push(opened);
    return opened;
  });
  const firstScreen = localData()
    .then((data) => new Promise<void>((resolve) => void data.start(resolve).then(resolve, resolve)))
    .catch(() => {
      log.warn('cache.notLoaded');
    });
  const product: Product = {
    extensionUri,
    extensionVersion: String((extension.packageJSON as { version?: unknown }).version),
    store,
    refresher,
    connection,
    subscriptions,
    details,
    seen,
    snoozes,
    view,
    subscriptionsView,
    panels,
    retuner,
    checklists,
    localData,
    firstScreen,
    portalUrl,
    corrections,
    undoStack,
    response,
    secrets,
    documents,
    log,
    logChannel,
    run: async (command, argument, selected) => {
      if (needsLoaded(command, argument)) await view.whenLoaded();
      await commands[command](product, argument, selected);
    },
  };
  const disposable = vscode.Disposable.from(
    logChannel,
    checklists,
    correctionFiles,
    identities,
    details,
    snoozes,
    view,
    panels,
    runbooks,
    tuning,
    retuner,
    documents,
    new vscode.Disposable(
      retuner.onDidRetune((retuning) => {
        void answerRetuning(retuning, product);
      }),
    ),
    followAccount(product),
    sharedSignIn,
    new vscode.Disposable(
      checklists.onDidChange(() => {
        view.redraw();
      }),
    ),
    new vscode.Disposable(
      correctionFiles.onDidChange(() => {
        store.correlateWith({ corrections: corrections.corrections });
      }),
    ),
    // Watching files fails on some file systems; whoever comes back to this window sees what others did meanwhile.
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (!focused) return;
      void connection.look();
      if (!refresher.started) return;
      void checklists.refresh();
      void correctionFiles.refresh();
    }),
    schedule,
    new vscode.Disposable(() => {
      refresher.cancel();
      store.dispose();
      void localData().then((data) => {
        data.dispose();
      });
    }),
  );
  // Small, and there before the first alerts are: incidents do not change their shape before the person's eyes.
  void correctionFiles.refresh();
  return { product, disposable };
}
