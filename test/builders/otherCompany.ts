import type { Alert } from '../../src/domain/alert.ts';
import { day, minute, noon, virtualMachine } from './alert.ts';
import { anAddress, at } from './correlationWorld.ts';

/** Twenty-four attacks that teach which detectors keep company: A with Other0, B with Other1, never A with B. */
export function otherCompany(): readonly Alert[] {
  return Array.from({ length: 24 }, (_, index) =>
    [index % 2 === 0 ? 'A' : 'B', `Other${String(index % 2)}`].map((alertType, step) =>
      at(noon - index * day + step * minute, `${alertType}${String(index)}`, {
        alertType,
        on: [virtualMachine(`p-${String(index)}-${String(step)}`)],
        entities: [anAddress(`198.51.100.${String(index)}`)],
      }),
    ),
  ).flat();
}
