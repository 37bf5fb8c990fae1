import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldResourceId, isLeafResource, parseResourceId } from '../../src/domain/resourceId.ts';
import { subscriptionA, virtualMachine } from '../builders/alert.ts';

describe('parseResourceId', () => {
  it('reads a resource', () => {
    expect(parseResourceId(virtualMachine('web-1'))).toEqual({
      subscriptionId: subscriptionA,
      resourceGroup: 'shop',
      type: 'Microsoft.Compute/virtualMachines',
      name: 'web-1',
    });
  });

  it('reads a nested resource by its last name', () => {
    expect(
      parseResourceId(
        `/subscriptions/${subscriptionA}/resourceGroups/g/providers/Microsoft.Sql/servers/s/databases/orders`,
      ),
    ).toMatchObject({ type: 'Microsoft.Sql/servers/databases', name: 'orders' });
  });

  it('reads containers, which are no leaf resources', () => {
    const subscription = `/subscriptions/${subscriptionA}`;
    expect(parseResourceId(subscription)?.name).toBe(subscriptionA);
    expect(parseResourceId(`${subscription}/resourceGroups/g`)?.name).toBe('g');
    expect([subscription, `${subscription}/resourceGroups/g`, virtualMachine('x')].map(isLeafResource)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('takes for a leaf what has a type, in any form', () => {
    const segment = fc.constantFrom('providers', 'Providers', 'resourceGroups', 'Microsoft.Sql', 'servers', 's', '');
    const start = fc.constantFrom(
      `/subscriptions/${subscriptionA}/resourceGroups/g/providers/`,
      `/SUBSCRIPTIONS/${subscriptionA.toUpperCase()}/RESOURCEGROUPS/providers/PROVIDERS/`,
      `subscriptions/${subscriptionA}/`,
    );
    fc.assert(
      fc.property(start, fc.array(segment, { maxLength: 8 }), (before, segments) => {
        const id = before + segments.join('/');
        expect(isLeafResource(id)).toBe(parseResourceId(id)?.type !== undefined);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    '',
    '/',
    'web-1',
    '/subscriptions/not-a-guid',
    'arn:aws:ec2:eu-west-1:123:instance/i-1',
    `/subscriptions/${subscriptionA}/resourceGroups/g/providers`,
  ])('does not take %j for more than it is', (id) => {
    expect(parseResourceId(id)?.type).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        parseResourceId(`/subscriptions/${id}`);
      }),
    );
  });

  it('folds ids for comparison', () => {
    expect(foldResourceId(`${virtualMachine('Web-1').toUpperCase()}/`)).toBe(virtualMachine('web-1').toLowerCase());
  });
});
