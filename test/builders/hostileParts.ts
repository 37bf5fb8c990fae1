import type { JsonObject } from '../../src/domain/json.ts';

/** Entities as the service sends them, with a text of an attacker's choice in every field, as name and as value. */
export function hostileEntities(text: string): readonly JsonObject[] {
  return [
    {
      $id: '1',
      type: 'ip',
      address: text,
      location: { city: text, countryName: text, organization: text },
      threatIntelligence: [{ threatName: text, reportLink: text, threatDescription: text, confidence: text }],
    },
    {
      $id: '2',
      type: 'process',
      commandLine: text,
      processId: text,
      imageFile: { $ref: '3' },
      account: { $ref: text },
    },
    { $id: '3', type: 'file', name: text, directory: text },
    { $id: '4', type: 'account', name: text, upnSuffix: text, sid: text },
    { $id: '5', type: text, [text]: text, nested: { [text]: [text] } },
  ];
}

/** Remediation steps of every shape that the service sends, made of the text. */
export function hostileSteps(text: string): readonly string[] {
  return [
    text,
    `1. ${text}`,
    JSON.stringify({ kind: 'Link', displayValue: text, value: text }),
    JSON.stringify({ kind: 'openBlade', displayValue: text, extension: text, detailBlade: text }),
    `%{${text}}`,
    `az vm run-command invoke --scripts '${text}'`,
  ];
}
