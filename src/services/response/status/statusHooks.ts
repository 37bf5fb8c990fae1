import type { IncidentId } from '../../../domain/incident.ts';
import type { StatusAction } from '../../../domain/statusAction.ts';
import type { StatusResult } from './statusChange.ts';

/** A batch that has ended, for whoever writes down what was done. */
export interface StatusRecord {
  readonly action: StatusAction | 'undo';
  /** Why alerts were dismissed, in words of the person or of ours. Azure takes none. */
  readonly reason?: string;
  readonly results: readonly StatusResult[];
}

/** Where others take part in changes of status. */
export interface StatusHooks {
  /** Before whole incidents are resolved: false leaves everything as it is. */
  beforeResolve(incidents: readonly IncidentId[]): Promise<boolean>;
  /** After a batch, or the undoing of one, has ended. */
  ended(record: StatusRecord): Promise<void>;
}

/** Until somebody takes part: everything may be resolved, and nothing is written down. */
export const noHooks: StatusHooks = {
  beforeResolve: () => Promise.resolve(true),
  ended: () => Promise.resolve(),
};
