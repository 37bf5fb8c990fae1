import { describe, expect, it } from 'vitest';
import { readCensusRow } from '../../../src/azure/graph/census.ts';

const id = '11111111-1111-4111-8111-111111111111';

describe('a row of the census', () => {
  it('tells how many alerts a subscription has, and its plans', () => {
    const plans = ['', 'VirtualMachines:Standard:', 'CosmosDbs:Free:', 'Dns:Standard:true', 'Api:free:false'];
    expect(readCensusRow({ id: id.toUpperCase(), alerts: 7, plans })).toEqual({
      subscriptionId: id,
      alerts: 7,
      plans: {
        plans: [
          { name: 'VirtualMachines', enabled: true },
          { name: 'CosmosDbs', enabled: false },
          { name: 'Dns', enabled: true, deprecated: true },
          { name: 'Api', enabled: false },
        ],
      },
    });
  });

  it.each([
    ['without plans: whoever sees alerts only may not see all of them', { id, alerts: 7, plans: [''] }],
    ['without a list of plans', { id, alerts: 7 }],
    ['without a number of alerts', { id, alerts: '7', plans: ['VirtualMachines:Standard:'] }],
    ['without an id', { alerts: 7, plans: ['VirtualMachines:Standard:'] }],
    ['with plans in another form', { id, alerts: 7, plans: ['VirtualMachines', 5, null] }],
    ['that is no object', null],
  ])('proves nothing %s', (_, row) => {
    expect(readCensusRow(row)).toBeUndefined();
  });
});
