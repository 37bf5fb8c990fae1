/** Top-level names of an alert that the mapper reads, or whose value (`type`) is the same for every alert. */
export const knownEnvelope: ReadonlySet<string> = new Set(['id', 'name', 'type', 'properties']);

/** Names under `properties` in the published description of 2022-01-01, all of which the mapper reads. */
export const knownProperties: ReadonlySet<string> = new Set([
  'version',
  'alertType',
  'systemAlertId',
  'productComponentName',
  'alertDisplayName',
  'description',
  'severity',
  'intent',
  'startTimeUtc',
  'endTimeUtc',
  'resourceIdentifiers',
  'remediationSteps',
  'vendorName',
  'status',
  'extendedLinks',
  'alertUri',
  'timeGeneratedUtc',
  'productName',
  'processingEndTimeUtc',
  'entities',
  'isIncident',
  'correlationKey',
  'extendedProperties',
  'compromisedEntity',
  'techniques',
  'subTechniques',
  'supportingEvidence',
]);
