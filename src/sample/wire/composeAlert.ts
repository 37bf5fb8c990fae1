import { alertId, alertName, alertUri, endOf, startOf } from './alertIdentity.ts';
import { agentIdOf, entityOf } from './entities.ts';
import { fillIn } from './fillIn.ts';
import { resourceIdOf, shoutedIdOf } from './resource.ts';
import { stableGuid, stableNumber } from './stableGuid.ts';
import { addMinutes, isoTime, ticksFromEpoch } from './ticks.ts';
import type { AlertDraft } from './alertDraft.ts';
import type { SampleResource } from './resource.ts';
import type { FixedProperties, ResourceIdentifierDraft, SampleAlert } from './sampleAlert.ts';
import type { Ticks } from './ticks.ts';

/**
 * Settles the times, the ids and the words of one alert.
 * @param now epoch milliseconds of the session
 * @throws RangeError when the story forgot a fact that the alert's words need
 */
export function composeAlert(draft: AlertDraft, now: number): SampleAlert {
  const start = startOf(draft, now);
  const name = alertName(draft.key, start);
  return {
    ...placed(draft.on, name),
    status: draft.status ?? 'Active',
    fixed: { ...timesOf(draft, start, ticksFromEpoch(now)), ...wordsOf(draft, name) },
    resourceIdentifiers: resourceIdentifiersOf(draft.on, draft.shouted === true),
    entities: [entityOf(draft.on), ...(draft.entities ?? [])],
  };
}

/** Where an alert lives: everything that follows from its resource and its name. */
export function placed(
  resource: SampleResource,
  name: string,
): Pick<SampleAlert, 'subscriptionId' | 'region' | 'id' | 'name'> {
  return {
    subscriptionId: resource.subscription.subscriptionId,
    ...(resource.group !== undefined && { resourceGroup: resource.group }),
    region: resource.region,
    id: alertId(resource, name),
    name,
  };
}

/** What the alert points at; machines are also known to a Log Analytics workspace. */
export function resourceIdentifiersOf(resource: SampleResource, shouted: boolean): readonly ResourceIdentifierDraft[] {
  const { subscription } = resource;
  const azure = {
    azureResourceId: shouted ? shoutedIdOf(resource) : resourceIdOf(resource),
    type: 'AzureResource',
    azureResourceTenantId: subscription.tenant.tenantId,
  };
  if (resource.type !== 'Microsoft.Compute/virtualMachines') return [azure];
  return [
    azure,
    {
      workspaceId: stableGuid(`workspace/${subscription.subscriptionId}`),
      workspaceSubscriptionId: subscription.subscriptionId,
      workspaceResourceGroup: 'security-logs',
      agentId: agentIdOf(resource),
      type: 'LogAnalytics',
      workspaceTenantId: subscription.tenant.tenantId,
    },
  ];
}

type Times = Pick<FixedProperties, `${'timeGenerated' | 'processingEndTime' | 'startTime' | 'endTime'}Utc`>;

function timesOf(draft: AlertDraft, start: Ticks, now: Ticks): Times {
  const end = endOf(draft, now, start);
  return {
    ...readyTimes(draft.key, end, now),
    startTimeUtc: isoTime(start),
    endTimeUtc: isoTime(end),
  };
}

/** The service has an alert ready some minutes after the last activity that it saw, and never after *now*. */
export function readyTimes(key: string, end: Ticks, now: Ticks): Omit<Times, 'startTimeUtc' | 'endTimeUtc'> {
  const ready = addMinutes(end, 1 + stableNumber(`delay/${key}`, 8));
  const generated = ready < now ? ready : now;
  return { timeGeneratedUtc: isoTime(generated), processingEndTimeUtc: isoTime(generated - 3_558_200n) };
}

function wordsOf(draft: AlertDraft, name: string): Omit<FixedProperties, keyof Times> {
  const { kind, on } = draft;
  const facts = { resource: on.name, id: resourceIdOf(on), ...draft.facts };
  return {
    vendorName: 'Microsoft',
    productName: kind.product ?? 'Microsoft Defender for Cloud',
    ...(kind.component !== undefined && { productComponentName: kind.component }),
    alertType: kind.alertType,
    severity: draft.severity ?? kind.severity,
    isIncident: false,
    intent: kind.intent,
    compromisedEntity: on.name,
    alertDisplayName: fillIn(kind.title, facts),
    description: fillIn(kind.description, facts),
    remediationSteps: kind.steps.map((step) => fillIn(step, facts)),
    extendedProperties: { ...draft.details, resourceType: on.label, killChainIntent: kind.intent },
    ...(draft.links && { extendedLinks: draft.links.map(linkOnTheWire) }),
    alertUri: alertUri(on, name),
    ...(kind.techniques && { techniques: kind.techniques }),
    ...(kind.subTechniques && { subTechniques: kind.subTechniques }),
    ...(draft.evidence && { supportingEvidence: draft.evidence }),
  };
}

function linkOnTheWire({ href, category, label }: NonNullable<AlertDraft['links']>[number]): object {
  return { href, ...(category !== undefined && { category }), label, type: 'webLink' };
}
