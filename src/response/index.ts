import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { systemPauses } from '../platform/systemPauses.ts';
import { JournalDesk } from '../services/response/journal/journalDesk.ts';
import { JournalFiles } from './journal/journalFiles.ts';
import { tellOfJournal } from './journal/tellOfJournal.ts';
import { responseCommands, type ResponseCommandName } from './responseCommands.ts';
import type { ResponseContext } from './responseContext.ts';
import type { ResponseDependencies } from './responseDependencies.ts';
import { StatusDesk } from './status/statusDesk.ts';
import { writeDown } from './status/writeDown.ts';

export type { ResponseCommandName };

/** What a person can do about incidents, as the rest of the product sees it. */
export interface Response {
  /** Runs a command with what its caller gave, unchecked: an argument and the rows that were selected. */
  run(command: ResponseCommandName, argument: unknown, selected: unknown): Promise<void>;
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
  statuses.hooks = { ...statuses.hooks, ended: writeDown(records, dependencies.store) };
  const context: ResponseContext = { ...dependencies, journal, records, statuses };
  return {
    run: async (command, argument, selected) => {
      await responseCommands[command](context, argument, selected);
    },
    dispose: () => {
      statuses.dispose();
      journal.dispose();
    },
  };
}
