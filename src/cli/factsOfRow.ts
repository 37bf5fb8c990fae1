import { parseWireFlag } from '../azure/wire/wireFlag.ts';
import type { AlertResource, ExtendedProperty } from '../domain/alert.ts';
import { toAlertKey } from '../domain/alert.ts';
import type { CorrelationFacts } from '../domain/correlation/evidence/correlationFacts.ts';
import { propertyMeaning } from '../domain/correlation/evidence/propertyMeaning.ts';
import type { Entity } from '../domain/entity.ts';
import { toEntity } from '../domain/entity.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import { isJsonObject, ownString, ownValue } from '../domain/json.ts';
import { parseIntent } from '../domain/killChain.ts';
import { parseSeverity } from '../domain/severity.ts';
import type { BadLineReason } from './badLines.ts';
import { memoized } from './memoized.ts';
import { WireTimes } from './wireTimes.ts';

type Draft = { -readonly [Name in keyof CorrelationFacts]: CorrelationFacts[Name] };

const times = new WireTimes();
const tacticsOf = memoized((intent: string) => parseIntent(intent).tactics);
const severityOf = memoized(parseSeverity);
const isTelling = memoized(
  (name: string) => propertyMeaning(name) !== undefined || name.toLowerCase() === 'isincident',
);
/** One copy of each id: a piece cut out of a text keeps all of that text in memory. */
const shared = memoized((id: string) => id.toLowerCase());

/**
 * The part of `mapAlert` that correlation needs, without the cost of the rest; what they share is equal. The tenant is
 * not on the wire of a list: the tenant of the first resource that names one stands for it.
 */
export function factsOfRow(row: Json): CorrelationFacts | BadLineReason {
  if (!isJsonObject(row)) return 'not an object';
  const id = ownString(row, 'id');
  if (id === undefined) return 'no id';
  const sent = ownValue(row, 'properties');
  const properties = isJsonObject(sent) ? sent : {};
  const systemAlertId =
    ownString(properties, 'systemAlertId') ?? ownString(row, 'name') ?? id.slice(id.lastIndexOf('/') + 1);
  const alertType = ownString(properties, 'alertType') ?? 'Unknown';
  const extendedProperties = readExtendedProperties(properties);
  const draft: Draft = {
    key: toAlertKey(systemAlertId),
    systemAlertId,
    alertType,
    displayName: ownString(properties, 'alertDisplayName') ?? alertType,
    severity: severityOf(ownString(properties, 'severity') ?? ''),
    isIncident: readIsIncident(properties, extendedProperties),
    tactics: tacticsOf(ownString(properties, 'intent') ?? ''),
    subscriptionId: subscriptionOf(id),
    resources: readResources(properties),
    entities: readEntities(properties),
    extendedProperties,
  };
  addOptional(draft, properties);
  return draft;
}

/** Assigned one by one, in one order: a million facts then share a few object layouts. */
function addOptional(draft: Draft, properties: JsonObject): void {
  const tenantId = tenantOf(draft.resources);
  if (tenantId !== undefined) draft.tenantId = tenantId;
  const startTime = readTime(properties, 'startTimeUtc');
  if (startTime !== undefined) draft.startTime = startTime;
  const endTime = readTime(properties, 'endTimeUtc');
  if (endTime !== undefined) draft.endTime = endTime;
  const generatedTime = readTime(properties, 'timeGeneratedUtc');
  if (generatedTime !== undefined) draft.generatedTime = generatedTime;
  const processingEndTime = readTime(properties, 'processingEndTimeUtc');
  if (processingEndTime !== undefined) draft.processingEndTime = processingEndTime;
  const compromisedEntity = ownString(properties, 'compromisedEntity');
  if (compromisedEntity !== undefined) draft.compromisedEntity = compromisedEntity;
  const correlationKey = ownString(properties, 'correlationKey');
  if (correlationKey !== undefined) draft.correlationKey = correlationKey;
}

function readTime(properties: JsonObject, name: string): number | undefined {
  const text = ownString(properties, name);
  return text === undefined ? undefined : times.parse(text);
}

const subscriptionInId = /^\/subscriptions\/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\//i;

/** So much of an id tells its subscription. */
const subscriptionEnd = 52;

const subscriptionAtStart = memoized((start: string) => (subscriptionInId.exec(start)?.[1] ?? '').toLowerCase());

/** Empty for an id that names none: its alerts share no subscription with others. */
function subscriptionOf(id: string): string {
  return subscriptionAtStart(id.slice(0, subscriptionEnd));
}

function tenantOf(resources: readonly AlertResource[]): string | undefined {
  for (const { properties } of resources) {
    const tenant = ownString(properties, 'azureResourceTenantId');
    if (tenant !== undefined) return shared(tenant);
  }
  return undefined;
}

function readIsIncident(properties: JsonObject, extendedProperties: readonly ExtendedProperty[]): boolean {
  const flag = parseWireFlag(ownValue(properties, 'isIncident'));
  if (flag !== undefined) return flag;
  return extendedProperties.some(({ name, value }) => name === 'isincident' && parseWireFlag(value) === true);
}

function listOf(properties: JsonObject, name: string): readonly Json[] {
  const value = ownValue(properties, name);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function readEntities(properties: JsonObject): readonly Entity[] {
  const entities: Entity[] = [];
  for (const element of listOf(properties, 'entities')) {
    const entity = toEntity(element);
    if (entity !== undefined) entities.push(entity);
  }
  return entities;
}

function readResources(properties: JsonObject): readonly AlertResource[] {
  const resources: AlertResource[] = [];
  for (const element of listOf(properties, 'resourceIdentifiers')) {
    if (!isJsonObject(element)) continue;
    const type = ownString(element, 'type') ?? ownString(element, 'Type') ?? 'Unknown';
    const azureResourceId = ownString(element, 'azureResourceId') ?? ownString(element, 'AzureResourceId');
    resources.push(
      azureResourceId === undefined ? { type, properties: element } : { type, azureResourceId, properties: element },
    );
  }
  return resources;
}

/** Only those that correlation looks at: of ten properties of an alert nine tell it nothing. */
function readExtendedProperties(properties: JsonObject): readonly ExtendedProperty[] {
  const source = ownValue(properties, 'extendedProperties');
  if (!isJsonObject(source)) return [];
  const telling: ExtendedProperty[] = [];
  for (const name of Object.keys(source)) if (isTelling(name)) telling.push({ name, value: source[name] ?? null });
  return telling;
}
