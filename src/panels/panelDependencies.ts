import type { Uri } from 'vscode';
import type { CommandName } from '../commands/commandIds.ts';
import type { Response } from '../response/index.ts';
import type { AlertStore } from '../services/alertStore.ts';
import type { ChecklistStore } from '../services/checklist.ts';
import type { CorrectionDesk } from '../services/corrections/correctionDesk.ts';
import type { Clock, Log } from '../services/ports.ts';
import type { SubscriptionDetails } from '../services/subscriptionDetails.ts';
import type { TuningSession } from '../services/tuning/tuningSession.ts';
import type { Snoozes } from '../platform/snoozes.ts';
import type { RunbookSource } from './runbookSource.ts';
import type { PageAssets } from './pageAssets.ts';

/** What panels need of the rest of the product. */
export interface PanelDependencies {
  readonly extensionUri: Uri;
  readonly store: Pick<AlertStore, 'state' | 'onDidChange' | 'whyAlone' | 'compare'>;
  readonly checklists: ChecklistStore;
  readonly runbooks: RunbookSource;
  readonly tuning: TuningSession;
  readonly corrections: Pick<CorrectionDesk, 'made' | 'onDidChange'>;
  readonly details: Pick<SubscriptionDetails, 'rights'>;
  /** What is kept on this machine about incidents; its code is read when the first panel wants it. */
  readonly records: () => Promise<Pick<Response, 'recordOf' | 'onDidChangeRecords' | 'refreshRecords'>>;
  readonly snoozes: Pick<Snoozes, 'asleep' | 'onDidChange'>;
  readonly clock: Clock;
  readonly log: Log;
  /** What every page holds; read once. */
  pageAssets(): Promise<PageAssets>;
  /** Origin of the configured cloud's portal. */
  portalUrl(): string;
  /** The account or operating-system user who decides on steps. */
  decider(): string;
  /** Reads the alerts if nobody has asked for them yet: a restored panel may be the first thing on the screen. */
  ensureLoaded(): void;
  refresh(): void;
  /** Runs a command with an argument, as a menu would. */
  run(command: CommandName, argument: unknown): Promise<void>;
}
