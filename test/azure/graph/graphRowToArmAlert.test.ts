import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphRowToArmAlert } from '../../../src/azure/graph/graphRowToArmAlert.ts';
import { mapAlert } from '../../../src/azure/mapAlert.ts';
import type { Json, JsonObject } from '../../../src/domain/json.ts';
import { wireAlert } from '../../builders/wireAlert.ts';
import { asGraphRow, withCapitalKeys } from './asGraphRow.ts';

const source = { subscriptionId: '11111111-1111-4111-8111-111111111111', tenantId: 't' };

const anyJson = fc.jsonValue({ maxDepth: 6 }) as fc.Arbitrary<Json>;

/** Keys as the alerts API writes them: they begin with a small letter, or with no letter at all. */
const wireKey = fc.stringMatching(/^[a-z$][\w (){}$.-]{0,12}$/);
const wireValue = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(wireKey, tie('value'), { maxKeys: 5 }) as fc.Arbitrary<JsonObject>,
  ),
})).value;
const wireProperties = fc.dictionary(wireKey, wireValue, { maxKeys: 8 }) as fc.Arbitrary<JsonObject>;

describe('a row of Resource Graph as an alert of the alerts API', () => {
  it('has small keys at every depth, those of dictionaries included', () => {
    const row: Json = {
      id: '/subscriptions/s/providers/x',
      name: 'n',
      type: 'microsoft.security/locations/alerts',
      subscriptionId: 's',
      properties: {
        AlertDisplayName: 'Title',
        Entities: [{ $id: 'w_1', HostName: 'VM', Host: { $ref: 'w_2' }, Type: 'host' }],
        ExtendedProperties: { 'Investigation Steps': 'Look', 'source IP(s)': '203.0.113.1', ÄMTER: '1' },
        ResourceIdentifiers: [{ AzureResourceId: '/Subscriptions/S', Type: 'AzureResource' }],
      },
    };
    expect(graphRowToArmAlert(row)).toEqual({
      id: '/subscriptions/s/providers/x',
      name: 'n',
      type: 'Microsoft.Security/Locations/alerts',
      properties: {
        alertDisplayName: 'Title',
        entities: [{ $id: 'w_1', hostName: 'VM', host: { $ref: 'w_2' }, type: 'host' }],
        extendedProperties: { 'investigation Steps': 'Look', 'source IP(s)': '203.0.113.1', äMTER: '1' },
        resourceIdentifiers: [{ azureResourceId: '/Subscriptions/S', type: 'AzureResource' }],
      },
    });
  });

  it('is the alert that the alerts API sends, whatever that is', () => {
    fc.assert(
      fc.property(wireProperties, (properties) => {
        const alert = wireAlert({}, { properties });
        expect(graphRowToArmAlert(asGraphRow(alert))).toEqual(alert);
      }),
    );
  });

  it('maps to the same alert as the alerts API gives', () => {
    const alert = wireAlert();
    expect(mapAlert(graphRowToArmAlert(asGraphRow(alert)), source)).toEqual(mapAlert(alert, source));
  });

  it('takes any row at all, and a second time changes nothing', () => {
    fc.assert(
      fc.property(anyJson, (row) => {
        const once = graphRowToArmAlert(row);
        expect(graphRowToArmAlert(once)).toEqual(once);
      }),
    );
  });

  it('keeps every value, and as many keys as there were', () => {
    const leaves = (value: Json | undefined): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
    fc.assert(
      fc.property(anyJson, (properties) => {
        const row = graphRowToArmAlert({ id: 'x', properties }) as JsonObject;
        expect(leaves(row['properties'])).toEqual(leaves(properties));
      }),
    );
  });

  it('loses neither of two keys that differ in their first letter only', () => {
    const row = graphRowToArmAlert({ properties: { ExtendedProperties: { User: 'a', user: 'b' } } });
    expect(row).toMatchObject({ properties: { extendedProperties: { User: 'a', user: 'b' } } });
  });

  it('treats a name of the prototype as a name', () => {
    const row = graphRowToArmAlert(JSON.parse('{"properties":{"__proto__":{"Polluted":1}}}') as Json) as JsonObject;
    expect(Object.keys(row['properties'] as JsonObject)).toEqual(['__proto__']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('is not taken down by a row of a hundred thousand levels', () => {
    const deep = JSON.parse(`{"properties":${'{"A":'.repeat(100_000)}1${'}'.repeat(100_000)}}`) as Json;
    expect(graphRowToArmAlert(deep)).toHaveProperty('properties.a.a.a');
  });

  it('leaves a letter that would become two', () => {
    expect(withCapitalKeys({ ıx: 1 })).toEqual({ Ix: 1 });
    expect(graphRowToArmAlert({ properties: { İx: 1 } })).toMatchObject({ properties: { İx: 1 } });
  });
});
