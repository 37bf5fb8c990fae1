import type { Row } from '../row.ts';
import type { JsonObject } from '../../../../src/domain/json.ts';
import type { Resource } from './estate.ts';
import type { Habits } from './habits.ts';
import type { Random } from './random.ts';
import type { Sighting } from './sighting.ts';
import { writeEntities } from './wireEntities.ts';
import { alertName, utc } from './wireTime.ts';

export interface Delivery {
  readonly startTime: number;
  readonly endTime: number;
  readonly deliveredAt: number;
}

/** The row of one sighting, about 4 KB as the service's. */
export function writeAlert(random: Random, habits: Habits, sighting: Sighting, delivery: Delivery): Row {
  const { detector, resource, also, actor } = sighting;
  const name = alertName(delivery.startTime, random.guid());
  const resourceId = inSomeCase(random, habits.caseChanges, resource.id);
  const { subscriptionId, group, location, tenant } = resource;
  const scope = `/subscriptions/${subscriptionId}${group === '' ? '' : `/resourceGroups/${group}`}`;
  const intent = random.chance(habits.tacticLoss / 2) ? 'Unknown' : detector.intent;
  const writing = {
    random,
    location,
    loss: habits.entityLoss,
    aliases: habits.aliases,
    ownAddress: habits.ownAddress,
    resourceId,
  };
  return {
    id: `${scope}/providers/Microsoft.Security/locations/${location}/alerts/${name}`,
    name,
    type: 'Microsoft.Security/Locations/alerts',
    properties: {
      status: 'Active',
      timeGeneratedUtc: utc(delivery.deliveredAt),
      processingEndTimeUtc: utc(delivery.deliveredAt),
      version: '2022-01-01.0',
      vendorName: 'Microsoft',
      productName: 'Microsoft Defender for Cloud',
      alertType: detector.alertType,
      startTimeUtc: utc(delivery.startTime),
      endTimeUtc: utc(delivery.endTime),
      severity: detector.severity,
      isIncident: false,
      systemAlertId: name,
      intent,
      resourceIdentifiers: [
        { $id: `${location}_0`, azureResourceId: resourceId, type: 'AzureResource', azureResourceTenantId: tenant.id },
        ...(also === undefined ? [] : [resourceIdentifier(also, `${location}_00`)]),
      ],
      compromisedEntity: resource.name,
      alertDisplayName: detector.title,
      description: `${detector.title}. ${explanation} Seen on ${resource.name}.`,
      remediationSteps: remediation,
      extendedProperties: {
        resourceType: resource.kind,
        'compromised Host': resource.name,
        ...(actor.ip !== undefined && detector.slots.includes('ip')
          ? { 'number of requests': String(actor.ip.length * 7) }
          : {}),
        'investigation Steps': investigation,
        'potential Causes': causes,
        killChainIntent: intent,
        ServiceId: random.guid(),
        ReportingSystem: 'Azure',
        OccuringDatacenter: location,
      },
      entities: writeEntities(writing, detector, resource, actor),
      alertUri: `https://portal.azure.com/#blade/Microsoft_Azure_Security_AzureDefenderForData/AlertBlade/alertId/${name}/subscriptionId/${subscriptionId}/resourceGroup/${group}/referencedFrom/alertDeepLink/location/${location}`,
    },
  };
}

function resourceIdentifier({ id, tenant }: Resource, $id: string): JsonObject {
  return { $id, azureResourceId: id, type: 'AzureResource', azureResourceTenantId: tenant.id };
}

function inSomeCase(random: Random, share: number, id: string): string {
  if (!random.chance(share)) return id;
  const form = random.integer(0, 2);
  if (form === 0) return id.toUpperCase();
  return form === 1
    ? id.toLowerCase()
    : id.replace('/subscriptions/', '/SUBSCRIPTIONS/').replace('/resourceGroups/', '/RESOURCEGROUPS/');
}

const explanation =
  'Something was seen that this resource seldom does, and that attackers often do. It may have been planned by the people ' +
  'who own the resource; if nobody can explain it, treat the resource as compromised and look at what it can reach.';
const investigation =
  'Ask the owner whether the activity was planned.\r\nCompare it with the days before.\r\nLook for other alerts of the same address, account or program.';
const causes =
  '1. An attacker has got access to the resource (true positive)\r\n2. Somebody works in an unusual way or place (benign)\r\n3. A test of the defences';
const remediation = [
  '1. Find out who is responsible for the resource and whether the activity was planned.',
  '2. If it was not, take the resource off the network and keep its disk or its logs for the investigation.',
  '3. Change the secrets that the resource could read, beginning with those that open other resources.',
  '4. Close the way in: a port, a role, a token or a vulnerable version.',
];
