import type { AlertKey } from '../../domain/alert.ts';
import { alertsNamed, type MadeCorrection } from '../../domain/correlation/corrections/correction.ts';
import type { Incident } from '../../domain/incident.ts';
import { memberKeys } from '../../domain/incident.ts';

/** The corrections that made an incident what it is, the newest first. */
export function correctionsOf(incident: Incident, made: readonly MadeCorrection[]): readonly MadeCorrection[] {
  const own = new Set<AlertKey>(memberKeys(incident));
  if (incident.declaredBy !== undefined) own.add(incident.declaredBy);
  return made
    .filter(({ correction }) => {
      const named = alertsNamed(correction);
      const here = named.filter((key) => own.has(key)).length;
      // Names and pins speak of one incident, that of most of their alerts.
      if (correction.kind === 'rename' || correction.kind === 'pin') return here * 2 > named.length;
      return here > 0;
    })
    .toReversed();
}
