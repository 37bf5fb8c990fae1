import { describe, expect, it } from 'vitest';
import { AlertTable, type AlertColumns } from '../../../src/domain/correlation/alertTable.ts';
import {
  aMemberEntity,
  anAlert,
  anEntity,
  aServiceIncident,
  hour,
  minute,
  noon,
  subscriptionA,
  virtualMachine,
} from '../../builders/alert.ts';
import { anAddress, aPerson, at, columnsOf, directoryId } from '../../builders/correlationWorld.ts';

/** What a row names, in words. */
function namedBy(columns: AlertColumns, row: number): readonly string[] {
  return [...columns.evidence.subarray(columns.evidenceFrom[row], columns.evidenceFrom[row + 1])].map((evidence) =>
    columns.table.key(evidence),
  );
}

describe('rows', () => {
  it('are chronological, ties by key, those without a time last', () => {
    const { startTime, endTime, ...timeless } = at(noon, 'timeless');
    expect(startTime).toBe(endTime);
    const columns = columnsOf([timeless, at(noon + hour, 'late'), at(noon, 'b'), at(noon, 'a')]);
    expect(columns.keys.map((key) => key.split('_')[1])).toEqual(['a', 'b', 'late', 'timeless']);
    expect([...columns.start]).toEqual([noon, noon, noon + hour, NaN]);
  });

  it('begin when the service reported, where it does not say when the activity began', () => {
    const { startTime, endTime, ...timeless } = at(noon, 'x');
    expect(startTime).toBe(endTime);
    expect(columnsOf([{ ...timeless, generatedTime: noon + 1 }]).start[0]).toBe(noon + 1);
    expect(columnsOf([{ ...timeless, processingEndTime: noon + 2 }]).start[0]).toBe(noon + 2);
  });

  it('end when they begin, where the end is missing or lies before the beginning', () => {
    const { endTime, ...endless } = at(noon, 'x');
    expect(endTime).toBe(noon);
    expect(columnsOf([endless]).end[0]).toBe(noon);
    expect(columnsOf([at(noon, 'x', { endTime: noon - hour })]).end[0]).toBe(noon);
  });

  it('keep the id as the service sent it beside the key', () => {
    const { keys, ids } = columnsOf([anAlert({ systemAlertId: '2517_ABC' })]);
    expect([keys, ids]).toEqual([['2517_abc'], ['2517_ABC']]);
  });

  it('keep severity by rank and tactics as bands of the kill chain', () => {
    const columns = columnsOf([
      at(noon, 'a', { severity: 'Unknown' }),
      at(noon, 'b', { severity: 'High', intent: 'InitialAccess, Impact, Exfiltration' }),
    ]);
    expect([...columns.severity]).toEqual([0, 4]);
    expect([...columns.bands]).toEqual([0, 0b100010]);
  });

  it('know the tenant by its id in any case, or by that of a resource; 0 where nobody says', () => {
    const resources = [{ type: 'AzureResource', properties: { azureResourceTenantId: 'T1' } }];
    const { tenant } = columnsOf([
      at(noon, 'a', { tenantId: 't1' }),
      { ...at(noon, 'b'), resources },
      at(noon, 'c', { tenantId: 't2' }),
      at(noon, 'd'),
    ]);
    expect(tenant[0]).toBe(tenant[1]);
    expect(tenant[2]).not.toBe(tenant[0]);
    expect([tenant[0] === 0, tenant[3]]).toEqual([false, 0]);
  });

  it('name each thing once, aliases by what stands for them', () => {
    const machine = virtualMachine('web-1');
    const columns = columnsOf([
      at(noon, 'a', {
        on: [machine],
        entities: [anEntity({ type: 'host', azureID: machine, hostName: 'web-1' }), anAddress('203.0.113.7')],
      }),
      at(noon + minute, 'b', { on: [], entities: [anEntity({ type: 'host', hostName: 'WEB-1' })] }),
    ]);
    expect(namedBy(columns, 0)).toEqual([machine.toLowerCase(), '203.0.113.7']);
    expect(namedBy(columns, 1)).toEqual([machine.toLowerCase()]);
  });
});

describe('deliveries of one alert', () => {
  const old = at(noon, 'x', { severity: 'Low', processingEndTime: noon });
  const fresh = at(noon, 'X', { severity: 'High', processingEndTime: noon + minute });

  it('are one row: that which was processed last, in either order', () => {
    for (const order of [
      [old, fresh],
      [fresh, old],
    ]) {
      const columns = columnsOf(order);
      expect([columns.size, columns.severity[0]]).toEqual([1, 4]);
    }
  });

  it('can turn an alert into an incident of the service and back', () => {
    const declaration = { ...aServiceIncident('x', [aMemberEntity(['m'])]), processingEndTime: noon + hour };
    const turned = columnsOf([old, declaration]);
    expect([turned.size, turned.declarations.map(({ members }) => members)]).toEqual([0, [['m']]]);
    const back = columnsOf([declaration, { ...old, processingEndTime: noon + 2 * hour }]);
    expect([back.size, back.declarations]).toEqual([1, []]);
  });

  it('leave no alias behind that the last of them does not name any more', () => {
    const upn = { name: 'night', upnSuffix: 'contoso.example' };
    const wrong = at(noon, 'x', { on: [], processingEndTime: noon, entities: [aPerson(1, upn)] });
    const right = at(noon, 'x', { on: [], processingEndTime: noon + minute, entities: [aPerson(1)] });
    const other = at(noon, 'y', { on: [], entities: [anEntity({ type: 'account', ...upn })] });
    const named = ([...alerts]: readonly (typeof wrong)[]): readonly string[] => {
      const columns = columnsOf(alerts);
      return [...namedBy(columns, 0), ...namedBy(columns, 1)];
    };
    expect(named([right, wrong, other])).toEqual([directoryId(1), 'night@contoso.example']);
    expect(named([wrong, right, other])).toEqual(named([right, wrong, other]));
  });
});

describe('columns', () => {
  it('stay as they are when more alerts are added afterwards', () => {
    const table = new AlertTable();
    table.add(at(noon, 'a'));
    const before = table.columns();
    table.add(at(noon - hour, 'b'));
    expect([before.size, before.keys.length, table.columns().size, table.size]).toEqual([1, 1, 2, 2]);
  });

  it('number detectors, and say their names', () => {
    const alerts = ['B', 'A', 'B'].map((alertType, index) => at(noon + index, String(index), { alertType }));
    const { type, typeNames } = columnsOf(alerts);
    expect(Array.from(type, (number) => typeNames[number])).toEqual(['B', 'A', 'B']);
  });

  it('list declarations by key, with their members once and never themselves', () => {
    const two = aServiceIncident('two', [
      aMemberEntity(['M1', 'm1', 'M2']),
      aMemberEntity(['2517000000000000000_TWO']),
    ]);
    const one = aServiceIncident('one', []);
    const { declarations, size } = columnsOf([two, one]);
    expect([size, declarations.map(({ key }) => key)]).toEqual([0, [one.key, two.key]]);
    expect(declarations[1]?.members).toEqual(['m1', 'm2']);
  });

  it('hold a resource group for no evidence', () =>
    expect(
      namedBy(columnsOf([at(noon, 'a', { on: [`/subscriptions/${subscriptionA}/resourceGroups/shop`] })]), 0),
    ).toEqual([]));
});
