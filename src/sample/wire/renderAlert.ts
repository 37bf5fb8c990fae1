import type { PageNumbering } from './pageNumbering.ts';
import type { FixedProperties, SampleAlert } from './sampleAlert.ts';

/** Api-versions of the alerts API that the sample environment answers. */
export type AlertsApiVersion = '2021-11-01' | '2022-01-01';

/**
 * One alert as it stands in an answer, its keys in the order in which the service writes them.
 * @param version the older one knows neither `version` nor techniques nor evidence, nor the status `InProgress`
 * @param numbering that of the whole answer
 */
export function renderAlert(alert: SampleAlert, version: AlertsApiVersion, numbering: PageNumbering): object {
  const { region, fixed } = alert;
  const resourceIdentifiers = alert.resourceIdentifiers.map((draft) => ({ $id: numbering.next(region), ...draft }));
  const entities = numbering.entities(region, alert.entities, fixed.startTimeUtc);
  const current = version === '2022-01-01';
  return {
    id: alert.id,
    name: alert.name,
    type: 'Microsoft.Security/Locations/alerts',
    properties: {
      status: current || alert.status !== 'InProgress' ? alert.status : 'Active',
      timeGeneratedUtc: fixed.timeGeneratedUtc,
      processingEndTimeUtc: fixed.processingEndTimeUtc,
      ...(current && { version: '2022-01-01.0' }),
      vendorName: fixed.vendorName,
      productName: fixed.productName,
      ...(fixed.productComponentName !== undefined && { productComponentName: fixed.productComponentName }),
      alertType: fixed.alertType,
      startTimeUtc: fixed.startTimeUtc,
      endTimeUtc: fixed.endTimeUtc,
      severity: fixed.severity,
      isIncident: fixed.isIncident,
      systemAlertId: alert.name,
      intent: fixed.intent,
      resourceIdentifiers,
      compromisedEntity: fixed.compromisedEntity,
      alertDisplayName: fixed.alertDisplayName,
      description: fixed.description,
      remediationSteps: fixed.remediationSteps,
      extendedProperties: fixed.extendedProperties,
      ...(fixed.extendedLinks && { extendedLinks: fixed.extendedLinks }),
      ...(entities.length > 0 && { entities }),
      ...(current && analysisOf(fixed)),
      alertUri: fixed.alertUri,
    },
  };
}

function analysisOf({ techniques, subTechniques, supportingEvidence }: FixedProperties): object {
  return {
    ...(techniques && { techniques }),
    ...(subTechniques && { subTechniques }),
    ...(supportingEvidence && { supportingEvidence }),
  };
}
