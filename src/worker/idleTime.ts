import type { Cancel, Pauses } from '../services/slices.ts';

/** When the worker may do what nobody waits for: a port, so that tests decide. */
export interface IdleTime {
  readonly pauses: Pauses;
  /** Calls `work` when a while has passed; gives a way to call it off. */
  readonly afterQuiet: (work: () => void) => Cancel;
}
