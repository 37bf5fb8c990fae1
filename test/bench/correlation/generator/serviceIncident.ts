import type { JsonObject } from '../../../../src/domain/json.ts';
import type { Row } from '../row.ts';
import type { Random } from './random.ts';
import { alertName, utc } from './wireTime.ts';

/** The service's own incident over these member rows, as it is delivered. */
export function writeServiceIncident(random: Random, members: readonly Row[], deliveredAt: number): Row | undefined {
  const first = members.reduce<Row | undefined>(
    (a, b) => (a && a.properties.startTimeUtc <= b.properties.startTimeUtc ? a : b),
    undefined,
  );
  if (first === undefined) return undefined;
  const start = Date.parse(first.properties.startTimeUtc);
  const name = alertName(start, random.guid());
  const title = 'Security incident detected on multiple resources';
  return {
    ...first,
    id: first.id.replace(first.name, name),
    name,
    properties: {
      ...first.properties,
      alertType: random.chance(0.5) ? 'KillChainFusionIncident' : 'SecurityIncident',
      alertDisplayName: title,
      description: `${title} between ${first.properties.startTimeUtc} and ${utc(deliveredAt)}.`,
      systemAlertId: name,
      isIncident: true,
      severity: 'High',
      timeGeneratedUtc: utc(deliveredAt),
      processingEndTimeUtc: utc(deliveredAt),
      endTimeUtc: utc(deliveredAt),
      extendedProperties: {
        isincident: 'true',
        'Detected Time (UTC)': utc(deliveredAt),
        resourceType: 'Virtual Machine',
      },
      entities: members.map((row, index): JsonObject => memberEntity(row, index, idOfMember(random, row))),
      alertUri: first.properties.alertUri.replace(first.name, name),
    },
  };
}

/** Now and then the service names an alert that is no longer in the list. */
function idOfMember(random: Random, { properties }: Row): string {
  if (!random.chance(0.03)) return properties.systemAlertId;
  return alertName(Date.parse(properties.startTimeUtc), random.guid());
}

function memberEntity({ properties }: Row, index: number, systemAlertId: string): JsonObject {
  return {
    $id: `incident_${index}`,
    displayName: properties.alertDisplayName,
    compromisedEntity: properties.compromisedEntity,
    count: 1,
    severity: properties.severity,
    systemAlertIds: [systemAlertId],
    alertType: properties.alertType,
    vendorName: 'Microsoft',
    providerName: 'Detection',
    startTimeUtc: properties.startTimeUtc,
    endTimeUtc: properties.endTimeUtc,
    type: 'alerts',
  };
}
