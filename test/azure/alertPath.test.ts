import { describe, expect, it } from 'vitest';
import { parseAlertPath } from '../../src/azure/alertPath.ts';
import { subscriptionA } from '../builders/alert.ts';
import { wireAlertId, wireAlertName } from '../builders/wireAlert.ts';

const prefix = `/subscriptions/${subscriptionA}`;
const place = '/providers/Microsoft.Security/locations';

describe('parseAlertPath', () => {
  it('reads the level, the location and the name from the id', () => {
    expect(parseAlertPath(wireAlertId)).toEqual({
      subscriptionId: subscriptionA,
      resourceGroup: 'Shop',
      location: 'westeurope',
      name: wireAlertName,
    });
    expect(parseAlertPath(`${prefix.toUpperCase()}/PROVIDERS/MICROSOFT.SECURITY/LOCATIONS/centralus/ALERTS/n`)).toEqual(
      {
        subscriptionId: subscriptionA,
        location: 'centralus',
        name: 'n',
      },
    );
    expect(parseAlertPath(`${prefix}/resourceGroups/größe_(1).x${place}/l/alerts/n`)?.resourceGroup).toBe(
      'größe_(1).x',
    );
  });

  it.each([
    '',
    'garbage',
    `${prefix}${place}/westeurope/alerts/`,
    `${prefix}${place}//alerts/n`,
    `${prefix}${place}/westeurope/alerts/..`,
    `${prefix}${place}/../alerts/n`,
    `${prefix}/resourceGroups/..${place}/westeurope/alerts/n`,
    `${prefix}${place}/westeurope/alerts/a/b`,
    `${prefix}${place}/westeurope/alerts/a?x=1`,
    `${prefix}${place}/westeurope/alerts/a#x`,
    `${prefix}${place}/westeurope/alerts/%2e%2e`,
    `${prefix}${place}/westeurope/alerts/a\\b`,
    `${prefix}${place}/westeurope/alerts/a\nb`,
    `/subscriptions/not-a-guid${place}/westeurope/alerts/n`,
    `/subscriptions/..${place}/westeurope/alerts/n`,
    `https://evil.example${prefix}${place}/westeurope/alerts/n`,
  ])('refuses %j', (id) => {
    expect(parseAlertPath(id)).toBeUndefined();
  });
});
