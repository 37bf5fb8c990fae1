import type { Alert } from '../../src/domain/alert.ts';
import { anAlert, anEntity, virtualMachine } from './alert.ts';
import { hostileEntities, hostileSteps } from './hostileParts.ts';

/** An alert with the given text in every field that the service fills. */
export function aHostileAlert(text: string, called = 'hostile'): Alert {
  return anAlert({
    called,
    displayName: text,
    description: text,
    alertType: text,
    severity: 'Unknown',
    status: 'Unknown',
    unrecognized: { severity: text, status: text, intents: [text] },
    location: text,
    resourceGroup: text,
    on: [virtualMachine('web-1'), text],
    compromisedEntity: text,
    vendorName: text,
    productName: text,
    productComponentName: text,
    correlationKey: text,
    version: text,
    alertUri: text,
    techniques: [text],
    subTechniques: [text],
    entities: hostileEntities(text).map(anEntity),
    remediationSteps: hostileSteps(text),
    extendedProperties: [
      { name: text, value: text },
      { name: 'json', value: JSON.stringify({ [text]: text }) },
      { name: 'object', value: { [text]: [text] } },
    ],
    extendedLinks: [
      { label: text, href: text },
      { label: text, href: `javascript:${text}` },
    ],
    supportingEvidence: { type: 'tabularEvidences', title: text, columns: [text], rows: [[text, text]] },
    additional: { [`new ${text}`]: text },
    unreadable: [text],
  });
}
