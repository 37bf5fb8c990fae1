import { toAlertKey } from '../../src/domain/alert.ts';
import type { Alert } from '../../src/domain/alert.ts';
import { toEntity } from '../../src/domain/entity.ts';
import type { Entity } from '../../src/domain/entity.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { parseIntent } from '../../src/domain/killChain.ts';

export const subscriptionA = '11111111-1111-4111-8111-111111111111';
export const subscriptionB = '22222222-2222-4222-8222-222222222222';

/** 2026-03-02T10:00:00Z, a Monday: the moment that tests count from. */
export const noon = Date.UTC(2026, 2, 2, 10);
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export function virtualMachine(name: string, subscriptionId = subscriptionA): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines/${name}`;
}

export interface AlertWish extends Partial<Omit<Alert, 'tactics' | 'resources'>> {
  /** Short name; the id is made from it. */
  readonly called?: string;
  /** Wire intent: "InitialAccess, Execution". */
  readonly intent?: string;
  /** ARM ids. */
  readonly on?: readonly string[];
}

/** A plain alert that a test bends only where it matters. */
export function anAlert(wish: AlertWish = {}): Alert {
  const { called = 'a', intent = 'Unknown', on = [virtualMachine('web-1')], ...rest } = wish;
  const subscriptionId = rest.subscriptionId ?? subscriptionA;
  const systemAlertId = rest.systemAlertId ?? `2517000000000000000_${called}`;
  return {
    key: toAlertKey(systemAlertId),
    id: `/subscriptions/${subscriptionId}/resourceGroups/shop/providers/Microsoft.Security/locations/westeurope/alerts/${systemAlertId}`,
    name: systemAlertId,
    systemAlertId,
    subscriptionId,
    resourceGroup: 'shop',
    location: 'westeurope',
    alertType: 'VM_TestAlert',
    displayName: `Alert ${called}`,
    description: 'Something happened.',
    severity: 'Medium',
    status: 'Active',
    isIncident: false,
    tactics: parseIntent(intent).tactics,
    techniques: [],
    subTechniques: [],
    startTime: noon,
    endTime: noon,
    resources: on.map((azureResourceId) => ({ type: 'AzureResource', azureResourceId, properties: {} })),
    entities: [],
    remediationSteps: [],
    extendedProperties: [],
    extendedLinks: [],
    ...rest,
  };
}

/** An entity from wire properties; throws when the service could not have sent it as one. */
export function anEntity(properties: JsonObject): Entity {
  const entity = toEntity(properties);
  if (entity === undefined) throw new Error('Not an entity');
  return entity;
}

/** The entity by which an incident names a member. */
export function aMemberEntity(systemAlertIds: readonly string[], properties: JsonObject = {}): Entity {
  return anEntity({
    $id: 'westeurope_1',
    type: 'alerts',
    displayName: 'Member',
    severity: 'Medium',
    startTimeUtc: '2026-03-02T09:00:00Z',
    endTimeUtc: '2026-03-02T09:30:00Z',
    systemAlertIds,
    ...properties,
  });
}

/** A service incident over the given members. */
export function aServiceIncident(called: string, members: readonly Entity[], wish: AlertWish = {}): Alert {
  return anAlert({
    called,
    displayName: 'Security incident detected',
    alertType: 'KillChainFusionIncident',
    severity: 'High',
    isIncident: true,
    entities: members,
    ...wish,
  });
}
