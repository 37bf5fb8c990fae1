import type * as vscode from 'vscode';
import type { ChecklistFileStore } from '../platform/checklistFileStore.ts';
import type { LocalData } from '../platform/cache/localData.ts';
import type { Connection } from '../platform/connection.ts';
import type { ReadOnlyDocuments } from '../platform/readOnlyDocuments.ts';
import type { Snoozes } from '../platform/snoozes.ts';
import type { SeenItems } from '../platform/seenItems.ts';
import type { SelectedSubscriptions } from '../platform/selectedSubscriptions.ts';
import type { IncidentPanelModel } from '../protocol/incidentPanelModel.ts';
import type { ItemTarget } from '../protocol/panelTarget.ts';
import type { CorrectionDesk } from '../services/corrections/correctionDesk.ts';
import type { AlertStore } from '../services/alertStore.ts';
import type { Retuner } from '../services/tuning/retuner.ts';
import type { Log } from '../services/ports.ts';
import type { Refresher } from '../services/refresh.ts';
import type { SubscriptionDetails } from '../services/subscriptionDetails.ts';
import type { SubscriptionsView } from '../subscriptions/index.ts';
import type { Response } from '../response/index.ts';
import type { CommandName } from './commandIds.ts';
import type { UndoStack } from '../services/undo/undoStack.ts';
import type { IncidentsView } from '../tree/incidentsView.ts';

/** The panels, as commands need them. */
interface Panels {
  openIncident(incidentId: string): void;
  openAlert(alertKey: string): void;
  openComparison(one: string, other: string): void;
  /** The panel in which correlation is tuned. */
  openTuning(): void;
  /** The incident as its panel would show it now, with all checklists read; undefined when it is gone. */
  incidentModel(incidentId: string): Promise<IncidentPanelModel | undefined>;
  /** The item whose panel the person is looking at. */
  activeTarget(): ItemTarget | undefined;
  /** Fills a panel that VS Code kept over a restart, from what its page had persisted: unchecked. */
  restore(panel: vscode.WebviewPanel, state: unknown): void;
}

/** Everything that commands work with. */
export interface Product {
  readonly extensionUri: vscode.Uri;
  readonly extensionVersion: string;
  readonly store: AlertStore;
  readonly refresher: Refresher;
  readonly connection: Connection;
  readonly subscriptions: SelectedSubscriptions;
  readonly details: SubscriptionDetails;
  readonly seen: SeenItems;
  readonly snoozes: Snoozes;
  readonly view: IncidentsView;
  /** Made, and its code read, when it is first wanted. */
  readonly subscriptionsView: () => Promise<SubscriptionsView>;
  readonly panels: Panels;
  readonly retuner: Retuner;
  readonly checklists: Pick<ChecklistFileStore, 'peek' | 'clear'>;
  /** What is kept on this machine of the alerts that were read, and the archive of incidents. */
  readonly localData: () => Promise<
    Pick<LocalData, 'reopen' | 'verify' | 'forget' | 'clear' | 'archived' | 'clearArchive'>
  >;
  /** Settles when the view has what can be shown at once. */
  readonly firstScreen: Promise<void>;
  /** Origin of the Azure portal of the cloud in use. */
  readonly portalUrl: () => string;
  readonly corrections: CorrectionDesk;
  /** What was done in this window and can be taken back. */
  readonly undoStack: UndoStack;
  /** Acting on incidents and alerts; its code is read when it is first wanted. */
  readonly response: () => Promise<Response>;
  readonly secrets: vscode.SecretStorage;
  readonly documents: ReadOnlyDocuments;
  readonly log: Log;
  readonly logChannel: vscode.LogOutputChannel;
  /** Runs a command by its name, with an argument and selected rows that nobody has checked yet. */
  run(command: CommandName, argument: unknown, selected?: unknown): Promise<void>;
}

/** One command. Arguments come from menus, from welcome texts and from anybody who knows the id: check before use. */
export type Command = (product: Product, argument: unknown, selected: unknown) => Promise<void> | void;
