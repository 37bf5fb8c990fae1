import { IncidentIds } from '../../src/services/incidentIds.ts';
import { InProcessCorrelator } from '../../src/services/inProcessCorrelator.ts';
import type { Correlator } from '../../src/services/correlator.ts';
import type { Pauses } from '../../src/services/slices.ts';

/** A clock that stands still: everything fits into one slice. */
export const noPauses: Pauses = {
  now: () => 0,
  soon: () => {
    throw new Error('Nothing takes longer than no time');
  },
};

export const silentLog = { info: () => undefined, warn: () => undefined };

/** Incident ids that no restart outlives. */
export function forgetfulIds(): IncidentIds {
  return new IncidentIds({ read: () => undefined, write: () => undefined });
}

/** Correlates while the caller waits. */
export function anImmediateCorrelator(): Correlator {
  return new InProcessCorrelator({ ids: forgetfulIds(), pauses: noPauses, log: silentLog });
}
