import { responseCommands, type ResponseCommandName } from './responseCommands.ts';
import type { ResponseDependencies } from './responseDependencies.ts';

export type { ResponseCommandName };

/** What a person can do about incidents, as the rest of the product sees it. */
export interface Response {
  /** Runs a command with what its caller gave, unchecked: an argument and the rows that were selected. */
  run(command: ResponseCommandName, argument: unknown, selected: unknown): Promise<void>;
  dispose(): void;
}

/** Opens the room: everything that acts on Azure or runs a tool. Loaded when somebody first acts, or opens a panel. */
export function openResponse(dependencies: ResponseDependencies): Response {
  return {
    run: async (command, argument, selected) => {
      await responseCommands[command](dependencies, argument, selected);
    },
    dispose: () => undefined,
  };
}
