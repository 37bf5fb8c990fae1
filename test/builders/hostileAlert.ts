import type { Alert } from '../../src/domain/alert.ts';
import { anAlert, anEntity, virtualMachine } from './alert.ts';

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
    entities: [
      anEntity({
        $id: '1',
        type: 'ip',
        address: text,
        location: { city: text, countryName: text, organization: text },
        threatIntelligence: [{ threatName: text, reportLink: text, threatDescription: text, confidence: text }],
      }),
      anEntity({
        $id: '2',
        type: 'process',
        commandLine: text,
        processId: text,
        imageFile: { $ref: '3' },
        account: { $ref: text },
      }),
      anEntity({ $id: '3', type: 'file', name: text, directory: text }),
      anEntity({ $id: '4', type: 'account', name: text, sid: text }),
      anEntity({ $id: '5', type: text, [text]: text, nested: { [text]: [text] } }),
    ],
    remediationSteps: [
      text,
      `1. ${text}`,
      JSON.stringify({ kind: 'Link', displayValue: text, value: text }),
      `%{${text}}`,
    ],
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
