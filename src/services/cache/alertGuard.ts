import type { Alert } from '../../domain/alert.ts';
import { parseAlertStatus, type AlertStatus } from '../../domain/alertStatus.ts';
import { isJsonObject, type Json, type JsonObject } from '../../domain/json.ts';
import { tactics } from '../../domain/killChain.ts';
import { severities } from '../../domain/severity.ts';
import { array, boolean, finite, object, oneOf, string, type Guard } from '../../protocol/schema.ts';

const status: Guard<AlertStatus> = (value): value is AlertStatus =>
  typeof value === 'string' && parseAlertStatus(value) === value;

/** What stands in a line of JSON is JSON: only whether it is an object has to be looked at. */
const jsonObject: Guard<JsonObject> = (value): value is JsonObject => isJsonObject(value);
const json: Guard<Json> = (value): value is Json => value !== undefined;

const strings = array(string);

const required = {
  key: string,
  id: string,
  name: string,
  systemAlertId: string,
  subscriptionId: string,
  alertType: string,
  displayName: string,
  description: string,
  severity: oneOf(...severities),
  status,
  isIncident: boolean,
  tactics: array(oneOf(...tactics)),
  techniques: strings,
  subTechniques: strings,
  resources: array(object({ type: string, properties: jsonObject }, { azureResourceId: string })),
  entities: array(object({ type: string, properties: jsonObject }, { id: string })),
  remediationSteps: strings,
  extendedProperties: array(object({ name: string, value: json })),
  extendedLinks: array(object({ label: string, href: string }, { category: string })),
};

const optional = {
  resourceGroup: string,
  location: string,
  tenantId: string,
  unrecognized: object({}, { severity: string, status: string, intents: strings }),
  startTime: finite,
  endTime: finite,
  generatedTime: finite,
  processingEndTime: finite,
  compromisedEntity: string,
  vendorName: string,
  productName: string,
  productComponentName: string,
  correlationKey: string,
  version: string,
  alertUri: string,
  supportingEvidence: jsonObject,
  additional: jsonObject,
  unreadable: strings,
};

// An alert that gets a new property does not compile until it stands above: the cache would lose it otherwise.
({ ...required, ...optional }) satisfies Record<keyof Alert, Guard<unknown>>;

/**
 * Whether a value is an alert as this version knows it. What was kept on disk may have been written by another version
 * whose alerts look different; such a listing is read from Azure again.
 */
export const isAlert: Guard<Alert> = object(required, optional);
