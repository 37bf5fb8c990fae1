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

/** The part of an alert that correlation needs, for where the rest would be a burden. */
export function correlationFactsOf(alert: Alert): CorrelationFacts {
  const facts: { -readonly [Name in keyof CorrelationFacts]: CorrelationFacts[Name] } = {
    key: alert.key,
    systemAlertId: alert.systemAlertId,
    alertType: alert.alertType,
    displayName: alert.displayName,
    severity: alert.severity,
    isIncident: alert.isIncident,
    tactics: alert.tactics,
    subscriptionId: alert.subscriptionId,
    resources: alert.resources,
    entities: alert.entities,
    extendedProperties: alert.extendedProperties,
  };
  if (alert.tenantId !== undefined) facts.tenantId = alert.tenantId;
  if (alert.startTime !== undefined) facts.startTime = alert.startTime;
  if (alert.endTime !== undefined) facts.endTime = alert.endTime;
  if (alert.generatedTime !== undefined) facts.generatedTime = alert.generatedTime;
  if (alert.processingEndTime !== undefined) facts.processingEndTime = alert.processingEndTime;
  if (alert.compromisedEntity !== undefined) facts.compromisedEntity = alert.compromisedEntity;
  if (alert.correlationKey !== undefined) facts.correlationKey = alert.correlationKey;
  return facts;
}
