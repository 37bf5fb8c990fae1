import type { ResponseContext } from './responseContext.ts';
import { runStep } from './runStep.ts';

/** A command's body. Its arguments come from menus, panels and anybody who knows the id: check before use. */
type ResponseCommand = (response: ResponseContext, argument: unknown, selected: unknown) => Promise<void> | void;

/** The commands whose bodies are in this room; `commands/commands.ts` has a line for each. */
export type ResponseCommandName = 'runStep';

export const responseCommands: Readonly<Record<ResponseCommandName, ResponseCommand>> = {
  runStep,
};
