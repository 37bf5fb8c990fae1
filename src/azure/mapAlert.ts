import type { Alert, ExtendedProperty, UnrecognizedWords } from '../domain/alert.ts';
import { toAlertKey } from '../domain/alert.ts';
import { parseAlertStatus } from '../domain/alertStatus.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import { isJsonObject, ownString, ownValue } from '../domain/json.ts';
import type { ParsedIntent } from '../domain/killChain.ts';
import { parseIntent } from '../domain/killChain.ts';
import { parseSeverity } from '../domain/severity.ts';
import type { SkippedRow } from '../services/ports.ts';
import { parseAlertPath } from './alertPath.ts';
import { readEntities, readExtendedProperties, readLinks, readResources } from './wire/alertParts.ts';
import { cutDepth, isDeeperThan } from './wire/cutDepth.ts';
import { knownEnvelope, knownProperties } from './wire/knownNames.ts';
import { parseWireFlag } from './wire/wireFlag.ts';
import { WireReader } from './wire/wireReader.ts';
import { WordPool } from './wire/wordPool.ts';

/** The subscription that an alert was read from, and the tenant whose token may read it; a `Subscription` is one. */
export interface AlertSource {
  readonly subscriptionId: string;
  readonly tenantId?: string | undefined;
}

type Draft = { -readonly [Name in keyof Alert]: Alert[Name] };

/**
 * One row of a list as an alert: pure and total, whatever the row is. Only a row without an id is no alert. Values that
 * cannot be used are named in `unreadable` and kept, with everything unknown, in `additional`.
 *
 * @param index position in the listing, for a row that is skipped.
 * @param words shares repeated texts among the alerts of one listing.
 */
export function mapAlert(row: Json, source: AlertSource, index = 0, words = new WordPool()): Alert | SkippedRow {
  if (!isJsonObject(row)) return { reason: 'notAnObject', index };
  const id = ownString(row, 'id');
  if (id === undefined) return { reason: 'noId', index };
  const deep = isDeeperThan(deepestRow, row);
  const envelope = new WireReader(deep ? (cutDepth(deepestRow, row) as JsonObject) : row, words);
  const properties = new WireReader(envelope.object('properties') ?? {}, words);
  for (const name of deep ? deepNames(row) : []) properties.markUnreadable(name);
  const intent = parseIntent(properties.text('intent'));
  const draft = required(id, envelope, properties, intent, source, words);
  addOptional(draft, properties);
  addUnrecognized(draft, properties, intent);
  addLeftovers(draft, envelope, properties);
  return draft;
}

/**
 * Most levels of a property; real ones have some eight. Deeper ones would make whatever compares, keeps, sends or shows
 * the alert overflow its stack: what lies below is left out, and the property is named as not readable.
 */
const deepestProperty = 60;
const deepestRow = deepestProperty + 1;

function deepNames(row: JsonObject): readonly string[] {
  const properties = ownValue(row, 'properties');
  const inner = isJsonObject(properties) ? Object.entries(properties) : [];
  return inner.filter(([, value]) => isDeeperThan(deepestProperty - 1, value)).map(([name]) => name);
}

export function isSkippedRow(mapped: Alert | SkippedRow): mapped is SkippedRow {
  return 'reason' in mapped;
}

function required(
  id: string,
  envelope: WireReader,
  properties: WireReader,
  intent: ParsedIntent,
  source: AlertSource,
  words: WordPool,
): Draft {
  const path = parseAlertPath(id);
  const name = envelope.text('name') ?? path?.name ?? id.slice(id.lastIndexOf('/') + 1);
  const sentId = properties.text('systemAlertId') ?? name;
  // The same text on the wire: kept once.
  const systemAlertId = sentId === name ? name : sentId;
  const alertType = properties.sharedText('alertType') ?? 'Unknown';
  const extendedProperties = readExtendedProperties(properties, words);
  const draft: Draft = {
    key: toAlertKey(systemAlertId),
    id,
    name,
    systemAlertId,
    subscriptionId: words.share(path?.subscriptionId ?? source.subscriptionId),
    alertType,
    displayName: properties.sharedText('alertDisplayName') ?? alertType,
    description: properties.sharedText('description') ?? '',
    severity: parseSeverity(properties.text('severity')),
    status: parseAlertStatus(properties.text('status')),
    isIncident: readIsIncident(properties, extendedProperties),
    tactics: words.shareList(intent.tactics),
    techniques: words.shareList(properties.texts('techniques')),
    subTechniques: words.shareList(properties.texts('subTechniques')),
    resources: readResources(properties, words),
    entities: readEntities(properties, words),
    remediationSteps: words.shareList(properties.texts('remediationSteps')),
    extendedProperties,
    extendedLinks: readLinks(properties),
  };
  if (source.tenantId !== undefined) draft.tenantId = source.tenantId;
  if (path?.resourceGroup !== undefined) draft.resourceGroup = words.share(path.resourceGroup);
  if (path !== undefined) draft.location = words.share(path.location);
  return draft;
}

/** The flag, or what incidents of the service's older form say instead of it among their extended properties. */
function readIsIncident(properties: WireReader, extendedProperties: readonly ExtendedProperty[]): boolean {
  const sent = properties.value('isIncident');
  const flag = parseWireFlag(sent);
  if (flag !== undefined) return flag;
  if (sent !== undefined) properties.markUnreadable('isIncident');
  return extendedProperties.some(({ name, value }) => name === 'isincident' && parseWireFlag(value) === true);
}

const sharedTexts = [
  'compromisedEntity',
  'vendorName',
  'productName',
  'productComponentName',
  'correlationKey',
  'version',
] as const;

const optionalTimes = [
  ['startTime', 'startTimeUtc'],
  ['endTime', 'endTimeUtc'],
  ['generatedTime', 'timeGeneratedUtc'],
  ['processingEndTime', 'processingEndTimeUtc'],
] as const;

/** Assigned one by one, in one order: a hundred thousand alerts then share a few object layouts. */
function addOptional(draft: Draft, properties: WireReader): void {
  for (const [name, wireName] of optionalTimes) {
    const time = properties.time(wireName);
    if (time !== undefined) draft[name] = time;
  }
  for (const name of sharedTexts) {
    const text = properties.sharedText(name);
    if (text !== undefined) draft[name] = text;
  }
  const alertUri = properties.text('alertUri');
  if (alertUri !== undefined) draft.alertUri = alertUri;
  const evidence = properties.object('supportingEvidence');
  if (evidence !== undefined) draft.supportingEvidence = evidence;
}

/** Keeps the wire's own words beside what this version reads as Unknown, or does not read at all. */
function addUnrecognized(draft: Draft, properties: WireReader, { unrecognized: intents }: ParsedIntent): void {
  const severity = draft.severity === 'Unknown' ? properties.text('severity') : undefined;
  const status = draft.status === 'Unknown' ? properties.text('status') : undefined;
  if (severity === undefined && status === undefined && intents.length === 0) return;
  const words: UnrecognizedWords = {
    ...(severity === undefined ? {} : { severity }),
    ...(status === undefined ? {} : { status }),
    ...(intents.length === 0 ? {} : { intents }),
  };
  draft.unrecognized = words;
}

function addLeftovers(draft: Draft, envelope: WireReader, properties: WireReader): void {
  const inner = properties.rest(knownProperties);
  const taken = new Set(inner.map(([name]) => name));
  const outer = envelope
    .rest(knownEnvelope)
    .map(([name, value]) => [taken.has(name) ? `/${name}` : name, value] as const);
  // fromEntries defines own properties, so that a hostile "__proto__" stays a name like any other.
  if (inner.length + outer.length > 0) draft.additional = Object.fromEntries<Json | undefined>([...inner, ...outer]);
  const unreadable = [...envelope.unreadable, ...properties.unreadable];
  if (unreadable.length > 0) draft.unreadable = unreadable;
}
