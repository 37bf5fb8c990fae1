import type { Faults } from './fault.ts';
import { access } from './named/access.ts';
import { brokenBodies } from './named/brokenBodies.ts';
import { envelopes } from './named/envelopes.ts';
import { links } from './named/links.ts';
import type { FaultPlace, NamedFault } from './named/namedFault.ts';
import { rows } from './named/rows.ts';
import { serverErrors } from './named/serverErrors.ts';
import { sizes } from './named/sizes.ts';
import { throttling } from './named/throttling.ts';
import { writes } from './named/writes.ts';

/** Every fault that a server can have, by its number in the list of faults and, where it has several forms, its form. */
export const namedFaults: Readonly<Record<string, NamedFault>> = {
  ...throttling,
  ...serverErrors,
  ...links,
  ...brokenBodies,
  ...envelopes,
  ...sizes,
  ...rows,
  ...access,
  ...writes,
};

/** @throws when there is no fault of that name. */
export function faultNamed(name: string, place: FaultPlace): Faults {
  const fault = Object.hasOwn(namedFaults, name) ? namedFaults[name] : undefined;
  if (fault === undefined)
    throw new Error(`There is no fault "${name}"; there are: ${Object.keys(namedFaults).join('; ')}`);
  return fault(place);
}
