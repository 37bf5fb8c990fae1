import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/domain/json.ts';
import { fillVerification } from '../../../../src/domain/remediation/runbooks/fillVerification.ts';
import {
  meetsExpectation,
  valuesAt,
  type Expectation,
  type Verification,
} from '../../../../src/domain/remediation/runbooks/verification.ts';
import { anAlert, anEntity, subscriptionA } from '../../../builders/alert.ts';

const rule = {
  properties: { access: 'deny', sourceAddressPrefixes: ['203.0.113.7'], priority: 117, note: '', list: [] },
};

function meets(property: string, expect: Expectation, document: Json | undefined = rule): boolean {
  return meetsExpectation({ apiVersion: '2023-09-01', property, expect }, document);
}

describe('what is expected of a resource', () => {
  it('is compared as Azure compares: texts without regard to case', () => {
    expect(meets('properties.access', { equals: 'Deny' })).toBe(true);
    expect(meets('properties.access', { equals: 'Allow' })).toBe(false);
    expect(meets('properties.priority', { oneOf: [100, 117] })).toBe(true);
    expect(meets('properties.sourceAddressPrefixes', { includes: '203.0.113.7' })).toBe(true);
    expect(meets('properties.sourceAddressPrefixes[]', { includes: '203.0.113.8' })).toBe(false);
  });

  it('is not met by a property that is not there, unless that is what was expected', () => {
    expect(meets('properties.acess', { equals: 'Deny' })).toBe(false);
    for (const property of ['properties.nothing', 'properties.note', 'properties.list']) {
      expect([meets(property, { absent: true }), meets(property, { present: true })]).toEqual([true, false]);
    }
  });

  it('is not met by a resource that is gone, unless that is what was expected', () => {
    const deny: Verification = {
      resource: '',
      apiVersion: '',
      property: 'properties.access',
      expect: { absent: true },
    };
    expect(meetsExpectation(deny, undefined)).toBe(false);
    expect(meetsExpectation({ ...deny, expect: { gone: true } }, undefined)).toBe(true);
    expect(meets('id', { gone: true })).toBe(false);
  });
});

it('a path finds own properties only', () => {
  expect(valuesAt(rule, 'constructor.name')).toEqual([]);
  expect(valuesAt([1], 'length')).toEqual([]);
});

describe('a verification', () => {
  const verify: Verification = {
    resource: '{nsg}/securityRules/{attackerRule}',
    apiVersion: '2023-09-01',
    property: 'properties.sourceAddressPrefix',
    expect: { equals: '{attackerAddress}' },
  };
  const nsg = `/subscriptions/${subscriptionA}/resourceGroups/shop/providers/Microsoft.Network/networkSecurityGroups/web`;
  const alert = anAlert({ entities: [anEntity({ $id: '1', type: 'ip', address: '8.8.4.4' })] });

  it('looks at the resource that the command changed', () => {
    expect(fillVerification(verify, alert, { given: { nsg } })).toEqual({
      kind: 'filled',
      verification: {
        ...verify,
        resource: `${nsg}/securityRules/incident-deny-8.8.4.4`,
        expect: { equals: '8.8.4.4' },
      },
    });
  });

  it('is not filled where a value is missing or not safe', () => {
    expect(fillVerification(verify, alert)).toMatchObject({ kind: 'missing', parameter: 'nsg' });
    expect(fillVerification(verify, alert, { given: { nsg: `${nsg}/../x` } })).toMatchObject({ kind: 'refused' });
    const outside = { ...verify, resource: '{nsg}?x=1' };
    expect(fillVerification(outside, alert, { given: { nsg } })).toMatchObject({
      kind: 'refused',
      parameter: 'resource',
    });
  });
});
