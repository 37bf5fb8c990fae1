import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ItemTarget } from '../protocol/panelTarget.ts';
import type { RunbookModel, RunbookStepRef, StepAction } from '../protocol/runbookModel.ts';
import type { RecordModel } from '../protocol/recordModel.ts';
import type { Unsubscribe } from '../services/listeners.ts';
import { incidentRecord } from './handling/incidentRecord.ts';
import { systemPauses } from '../platform/systemPauses.ts';
import { JournalDesk } from '../services/response/journal/journalDesk.ts';
import { mayClose } from './closeGate/mayClose.ts';
import { JournalFiles } from './journal/journalFiles.ts';
import { tellOfJournal } from './journal/journalNotices.ts';
import { responseCommands, type ResponseCommandName } from './responseCommands.ts';
import { Steps } from './steps/steps.ts';
import type { ResponseContext } from './responseContext.ts';
import type { ResponseDependencies } from './responseDependencies.ts';
import { StatusDesk } from './status/statusDesk.ts';
import { clearKubeconfigs } from './steps/kubeconfigFolder.ts';
import { writeDown } from './status/writeDown.ts';
import { RunbookFiles } from './workspaceRunbooks/runbookFiles.ts';

export type { ResponseCommandName };

/** What a person can do about incidents, as the rest of the product sees it. */
export interface Response {
  /** Runs a command with what its caller gave, unchecked: an argument and the rows that were selected. */
  run(command: ResponseCommandName, argument: unknown, selected: unknown): Promise<void>;
  /** What is kept on this machine about an incident, for its panel. */
  recordOf(incidentId: string): Promise<RecordModel | undefined>;
  /** Hears whenever something was written about any incident, in other windows too. */
  onDidChangeRecords(listener: () => void): Unsubscribe;
  /** Removes all journals of all incidents for good, and credentials of clusters. False when not all could be removed. */
  clearRecords(): Promise<boolean>;
  /** Looks what other windows wrote; for when this one gets the focus. */
  refreshRecords(): Promise<void>;
  /** Remediation steps for a panel; undefined for what has none, or while its journal is read. */
  modelOf(target: ItemTarget): RunbookModel | undefined;
  /** Does what a person asked of a step. */
  act(action: StepAction, ref: RunbookStepRef): Promise<void>;
  /** Hears that a model may be another one. */
  onDidChange(listener: () => void): Unsubscribe;
  dispose(): void;
}

/** Opens the room: everything that acts on Azure or runs a tool. Loaded when somebody first acts, or opens a panel. */
export function openResponse(dependencies: ResponseDependencies): Response {
  const { clock, log, storageFolder } = dependencies;
  const journal = new JournalFiles({
    folder: join(storageFolder, 'journal'),
    pauses: systemPauses,
    onNotice: tellOfJournal(log),
  });
  const records = new JournalDesk({ journal, clock, decider: () => dependencies.user(), newId: randomUUID });
  const statuses = new StatusDesk(dependencies);
  const workspaceRunbooks = new RunbookFiles();
  const steps = new Steps(dependencies, { journal, records }, workspaceRunbooks);
  const context: ResponseContext = {
    ...dependencies,
    journal,
    records,
    statuses,
    workspaceRunbooks,
    steps,
    gateSteps: (incident) => steps.desk.gateSteps(incident),
  };
  statuses.hooks = {
    beforeResolve: (incidents) => mayClose(context, incidents),
    ended: writeDown(records, dependencies.store),
  };
  return {
    run: async (command, argument, selected) => {
      await responseCommands[command](context, argument, selected);
    },
    recordOf: (incidentId) => incidentRecord(context, incidentId),
    onDidChangeRecords: (listener) => journal.onDidChange(listener),
    clearRecords: async () => {
      const cleared = await Promise.all([journal.clear(), clearKubeconfigs(storageFolder)]);
      return cleared.every(Boolean);
    },
    refreshRecords: () => journal.refresh(),
    modelOf: (target) => steps.desk.modelOf(target),
    act: (action, ref) => steps.act(action, ref),
    onDidChange: (listener) => steps.desk.onDidChange(listener),
    dispose: () => {
      workspaceRunbooks.dispose();
      statuses.dispose();
      steps.dispose();
      journal.dispose();
    },
  };
}
