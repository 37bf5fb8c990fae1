import type { Incident } from '../../src/domain/incident.ts';
import { noon } from './alert.ts';

/** An incident of our own over alerts that have these keys, one after the other, the first at noon. */
export function aFoundIncident(keys: readonly string[], wish: Partial<Incident> = {}): Incident {
  return {
    id: `local:${keys[0] ?? ''}`,
    origin: 'local',
    title: 'Several alerts',
    severity: 'Medium',
    score: 10,
    sentence: '',
    links: [],
    repeats: 0,
    subscriptionId: '11111111-1111-4111-8111-111111111111',
    members: keys.map((alertKey) => ({ kind: 'alert', alertKey, reason: { kind: 'repeated' } })),
    resourceIds: [],
    tactics: [],
    firstActivity: noon,
    lastActivity: noon,
    ...wish,
  };
}
