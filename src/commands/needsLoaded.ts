import type { CommandName } from './commandIds.ts';
import { targetOf } from './targetOf.ts';

/** A row can be on the screen before its item is in the list; opening it shows the item as soon as it is. */
export function needsLoaded(command: CommandName, argument: unknown): boolean {
  return targetOf(argument) !== undefined && command !== 'openIncident' && command !== 'openAlert';
}
