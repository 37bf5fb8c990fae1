import type { Alert } from '../../alert.ts';

/** What correlation needs to know of one alert. An `Alert` is one; the command line reads only this much. */
export type CorrelationFacts = Pick<
  Alert,
  | 'key'
  | 'systemAlertId'
  | 'alertType'
  | 'displayName'
  | 'severity'
  | 'isIncident'
  | 'tactics'
  | 'subscriptionId'
  | 'tenantId'
  | 'startTime'
  | 'endTime'
  | 'generatedTime'
  | 'processingEndTime'
  | 'compromisedEntity'
  | 'correlationKey'
  | 'resources'
  | 'entities'
  | 'extendedProperties'
>;
