import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { subscriptionA, virtualMachine } from '../builders/alert.ts';
import { wireAlert, wireAlertId, wireAlertName, wireProperties } from '../builders/wireAlert.ts';
import { tenantA } from './inProcessArm.ts';
import { mapped } from './mappedAlert.ts';

describe('a wire alert becomes an alert of the domain', () => {
  it('with every property in its place', () => {
    const alert = mapped(
      wireAlert({
        techniques: ['T1059'],
        subTechniques: ['T1059.001'],
        supportingEvidence: { type: 'tabularEvidences', title: 'Logons' },
        productComponentName: 'Servers',
        correlationKey: 'key',
        extendedLinks: [{ href: 'https://learn.microsoft.com/a', label: 'Read', category: 'docs', type: 'webLink' }],
      }),
    );
    expect(alert).toEqual({
      key: wireAlertName,
      id: wireAlertId,
      name: wireAlertName,
      systemAlertId: wireAlertName,
      subscriptionId: subscriptionA,
      resourceGroup: 'Shop',
      location: 'westeurope',
      tenantId: tenantA,
      alertType: 'VM_TestAlert',
      displayName: 'Test alert',
      description: 'Something happened on web-1.',
      severity: 'Medium',
      status: 'Active',
      isIncident: false,
      tactics: ['Execution'],
      techniques: ['T1059'],
      subTechniques: ['T1059.001'],
      startTime: Date.UTC(2026, 2, 2, 10),
      endTime: Date.UTC(2026, 2, 2, 10, 1, 0, 500),
      generatedTime: Date.UTC(2026, 2, 2, 10, 2, 0, 123),
      processingEndTime: Date.UTC(2026, 2, 2, 10, 3),
      compromisedEntity: 'web-1',
      vendorName: 'Microsoft',
      productName: 'Microsoft Defender for Cloud',
      productComponentName: 'Servers',
      correlationKey: 'key',
      version: '2022-01-01.0',
      alertUri: 'https://portal.azure.com/#blade/alert',
      resources: [
        {
          type: 'AzureResource',
          azureResourceId: virtualMachine('web-1'),
          properties: {
            $id: 'westeurope_1',
            azureResourceId: virtualMachine('web-1'),
            type: 'AzureResource',
            azureResourceTenantId: 't',
          },
        },
      ],
      entities: [
        {
          id: 'westeurope_2',
          type: 'ip',
          properties: { $id: 'westeurope_2', address: '203.0.113.7', type: 'ip' },
        },
      ],
      remediationSteps: ['1. Look at it.', '2. Repair it.'],
      extendedProperties: [{ name: 'investigation Steps', value: 'Look.' }],
      extendedLinks: [{ label: 'Read', href: 'https://learn.microsoft.com/a', category: 'docs' }],
      supportingEvidence: { type: 'tabularEvidences', title: 'Logons' },
    });
  });

  it('with wire objects kept by reference, not copied', () => {
    const entity: JsonObject = { $id: '1', type: 'ip' };
    const evidence: JsonObject = { type: 'tabularEvidences' };
    const alert = mapped(wireAlert({ entities: [entity], supportingEvidence: evidence }));
    expect(alert.entities[0]?.properties).toBe(entity);
    expect(alert.supportingEvidence).toBe(evidence);
  });

  it('of the subscription itself, without a resource group', () => {
    const id = `/SUBSCRIPTIONS/${subscriptionA.toUpperCase()}/providers/microsoft.security/locations/centralus/alerts/n1`;
    const alert = mapped(wireAlert({}, { id }));
    expect(alert).toMatchObject({ id, subscriptionId: subscriptionA, location: 'centralus' });
    expect(alert).not.toHaveProperty('resourceGroup');
  });

  it('with the key in lower case, so that it is the same however the id is spelled', () => {
    expect(mapped(wireAlert({ systemAlertId: 'ABC_dEf' })).key).toBe('abc_def');
  });

  it('from capitalised keys too, which other forms of the same alert use', () => {
    const alert = mapped(
      wireAlert({
        resourceIdentifiers: [{ Type: 'AzureResource', AzureResourceId: virtualMachine('db') }],
        extendedLinks: [{ Href: 'https://learn.microsoft.com/b', Label: 'B', Category: 'c', Type: 'webLink' }],
        entities: [{ $id: 6, Type: 'IP' }, { $ref: '6' }],
      }),
    );
    expect(alert.resources[0]).toMatchObject({ type: 'AzureResource', azureResourceId: virtualMachine('db') });
    expect(alert.extendedLinks).toEqual([{ href: 'https://learn.microsoft.com/b', label: 'B', category: 'c' }]);
    expect(alert.entities.map(({ id, type }) => [id, type])).toEqual([['6', 'ip']]);
    expect(alert).not.toHaveProperty('unreadable');
  });
});

describe('words that this version does not know', () => {
  it('read as Unknown and are kept', () => {
    const alert = mapped(wireAlert({ severity: 'Critical', status: 'Weird', intent: 'Execution, Sabotage' }));
    expect(alert).toMatchObject({ severity: 'Unknown', status: 'Unknown', tactics: ['Execution'] });
    expect(alert.unrecognized).toEqual({ severity: 'Critical', status: 'Weird', intents: ['Sabotage'] });
  });

  it('are recognised in any case', () => {
    const alert = mapped(wireAlert({ severity: 'high', status: 'inprogress', intent: 'lateralMovement' }));
    expect(alert).toMatchObject({ severity: 'High', status: 'InProgress', tactics: ['LateralMovement'] });
    expect(alert).not.toHaveProperty('unrecognized');
  });

  it('may be entity types', () => {
    const alert = mapped(wireAlert({ entities: [{ $id: '1', type: 'Quantum-Link' }, { noType: true }] }));
    expect(alert.entities.map(({ type }) => type)).toEqual(['quantum-link', 'unknown']);
  });
});

describe('nothing is lost silently', () => {
  it('properties of later versions are kept, beside what stands at the top level', () => {
    const systemData = { createdAt: '2026-03-02' };
    const alert = mapped(wireAlert({ riskScore: 7, systemData: 'inner' }, { systemData, etag: 'e' }));
    expect(alert.additional).toEqual({ riskScore: 7, systemData: 'inner', '/systemData': systemData, etag: 'e' });
    expect(alert).not.toHaveProperty('unreadable');
  });

  it.each<[string, Json]>([
    ['severity', 7],
    ['status', {}],
    ['intent', ['Execution']],
    ['isIncident', 'yes'],
    ['isIncident', 1],
    ['alertDisplayName', 5],
    ['description', []],
    ['startTimeUtc', 1_700_000_000],
    ['startTimeUtc', 'yesterday'],
    ['endTimeUtc', '2024-02-30T00:00:00Z'],
    ['timeGeneratedUtc', '0001-01-01T00:00:00'],
    ['processingEndTimeUtc', '9999-12-31T23:59:59.9999999Z'],
    ['resourceIdentifiers', 'x'],
    ['resourceIdentifiers', [null]],
    ['entities', { ip: 1 }],
    ['entities', [{ type: 'ip' }, 'x']],
    ['remediationSteps', 5],
    ['remediationSteps', ['1. A', null]],
    ['extendedProperties', [1]],
    ['extendedLinks', [{ label: 'no address' }]],
    ['techniques', 5],
    ['supportingEvidence', 'x'],
    ['alertUri', false],
    ['version', 1],
  ])('%s: %j is named as unreadable and kept', (name, value) => {
    const alert = mapped(wireAlert({ [name]: value }));
    expect(alert.unreadable).toEqual([name]);
    expect(alert.additional).toEqual({ [name]: value });
  });

  it('properties that are no object leave an alert with its id, and a note', () => {
    const alert = mapped({ id: wireAlertId, properties: 'x' });
    expect(alert).toMatchObject({ id: wireAlertId, name: wireAlertName, severity: 'Unknown', displayName: 'Unknown' });
    expect(alert.unreadable).toEqual(['properties']);
    expect(alert.additional).toEqual({ properties: 'x' });
  });

  it.each([[undefined], [null], ['']])('a value of %j counts as not sent', (value) => {
    const names = Object.keys(wireProperties());
    const empty = Object.fromEntries(names.map((name) => [name, value])) as JsonObject;
    const lists = { resourceIdentifiers: null, entities: null, extendedProperties: null, isIncident: null };
    const alert = mapped({ id: wireAlertId, name: wireAlertName, properties: { ...empty, ...lists } });
    expect(alert).toEqual({
      key: wireAlertName,
      id: wireAlertId,
      name: wireAlertName,
      systemAlertId: wireAlertName,
      subscriptionId: subscriptionA,
      resourceGroup: 'Shop',
      location: 'westeurope',
      tenantId: tenantA,
      alertType: 'Unknown',
      displayName: 'Unknown',
      description: '',
      severity: 'Unknown',
      status: 'Unknown',
      isIncident: false,
      tactics: [],
      techniques: [],
      subTechniques: [],
      resources: [],
      entities: [],
      remediationSteps: [],
      extendedProperties: [],
      extendedLinks: [],
    });
  });

  it('structured remediation steps become the JSON text that the service uses for them', () => {
    const link = { kind: 'Link', displayValue: 'Docs', value: 'https://learn.microsoft.com' };
    expect(mapped(wireAlert({ remediationSteps: [link, '2. B'] })).remediationSteps).toEqual([
      JSON.stringify(link),
      '2. B',
    ]);
    expect(mapped(wireAlert({ remediationSteps: '1. A\n2. B' })).remediationSteps).toEqual(['1. A\n2. B']);
  });

  it('nesting too deep to write down is left out and noted, and the rest is there', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as Json;
    const alert = mapped(wireAlert({ remediationSteps: [deep], entities: [{ type: 'ip', deep }] }));
    expect(alert.unreadable).toEqual(['remediationSteps', 'entities']);
    expect(alert.entities.length).toBe(1);
    expect(JSON.stringify(alert).length).toBeLessThan(10_000);
  });
});

describe('incidents', () => {
  it.each<[JsonObject, boolean]>([
    [{ isIncident: true }, true],
    [{ isIncident: 'true' }, true],
    [{ isIncident: 'False' }, false],
    [{ isIncident: null, extendedProperties: { isincident: 'true' } }, true],
    [{ isIncident: false, extendedProperties: { isincident: 'true' } }, false],
  ])('%j', (properties, isIncident) => {
    const alert = mapped(wireAlert(properties));
    expect(alert.isIncident).toBe(isIncident);
    expect(alert).not.toHaveProperty('unreadable');
  });

  it('may have hundreds of members', () => {
    const members = Array.from({ length: 500 }, (_, n) => ({
      $id: `c_${n}`,
      type: 'alerts',
      systemAlertIds: [`m${n}`],
    }));
    expect(mapped(wireAlert({ isIncident: true, entities: members })).entities.length).toBe(500);
  });
});
