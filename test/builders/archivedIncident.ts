import type { ArchivedIncident } from '../../src/services/archive/archivedIncident.ts';
import fc from 'fast-check';
import { alertStatuses } from '../../src/domain/alertStatus.ts';
import { severities } from '../../src/domain/severity.ts';
import { noon, subscriptionA, virtualMachine } from './alert.ts';

/** An incident of one alert, as the archive holds it. */
export function anArchivedIncident(wish: Partial<ArchivedIncident> = {}): ArchivedIncident {
  return {
    id: 'local:one',
    title: 'Attack on web-1',
    origin: 'local',
    severity: 'High',
    score: 70,
    firstActivity: noon,
    lastActivity: noon,
    subscriptionId: subscriptionA,
    subscriptionName: 'Shop',
    targets: [virtualMachine('web-1')],
    members: [{ id: 'one', title: 'Alert one', severity: 'High', type: 'VM_One', time: noon, status: 'Active' }],
    leftOut: 0,
    reason: 'Two alerts share an address.',
    recordedAt: noon,
    ...wish,
  };
}

const time = fc.integer({ min: 0, max: 4e12 });
const text = fc.string({ unit: 'binary' });

export const anyArchivedIncident: fc.Arbitrary<ArchivedIncident> = fc.record(
  {
    id: text,
    title: text,
    origin: fc.constantFrom('service', 'local', 'mixed'),
    severity: fc.constantFrom(...severities),
    score: fc.integer({ min: 0, max: 100 }),
    firstActivity: time,
    lastActivity: time,
    subscriptionId: text,
    subscriptionName: text,
    tenantId: text,
    tenantName: text,
    targets: fc.array(text),
    members: fc.array(
      fc.record(
        {
          id: text,
          title: text,
          severity: fc.constantFrom(...severities),
          type: text,
          time,
          status: fc.constantFrom(...alertStatuses),
        },
        { requiredKeys: ['title', 'severity'], noNullPrototype: true },
      ),
      { maxLength: 4 },
    ),
    leftOut: fc.nat(),
    reason: text,
    recordedAt: time,
  },
  {
    requiredKeys: [
      'id',
      'title',
      'origin',
      'severity',
      'score',
      'subscriptionId',
      'targets',
      'members',
      'leftOut',
      'reason',
      'recordedAt',
    ],
    noNullPrototype: true,
  },
);
