import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import { correlateColumns } from '../../../../src/domain/correlation/correlateColumns.ts';
import type { ColumnIncident } from '../../../../src/domain/correlation/incidents/columnIncident.ts';
import { columnIncidents } from '../../../../src/domain/correlation/incidents/columnIncidents.ts';
import { aMemberEntity, aServiceIncident, hour, minute, noon, virtualMachine } from '../../../builders/alert.ts';
import { anAddress, at, columnsOf } from '../../../builders/correlationWorld.ts';

const attacker = { entities: [anAddress('203.0.113.7')] };
const one = at(noon, 'one', { alertType: 'One', on: [virtualMachine('a')], severity: 'Low', ...attacker });
const two = at(noon + hour, 'two', { alertType: 'Two', on: [virtualMachine('b')], severity: 'High', ...attacker });
const alone = at(noon, 'alone', { on: [virtualMachine('z')] });

function incidentsOf(...alerts: readonly Alert[]): readonly ColumnIncident[] {
  return columnIncidents(correlateColumns(columnsOf(alerts)));
}

describe('groups of alerts', () => {
  it('are an incident when two detectors share an actor, with the worst severity and the id of the first', () =>
    expect(incidentsOf(two, alone, one)).toMatchObject([
      { id: `local:${one.key}`, kind: 'local', severity: 'High', title: '203.0.113.7 on a and b', rows: [1, 2] },
    ]));

  it('are none when one detector repeats itself, though the actor is shared', () =>
    expect(incidentsOf(one, { ...two, alertType: 'One' })).toEqual([]));

  it('are none when only a target is shared and no stage is climbed', () => {
    const here = { on: [virtualMachine('a')] };
    expect(incidentsOf(at(noon, 'a', { alertType: 'A', ...here }), at(noon + minute, 'b', { ...here }))).toEqual([]);
  });

  it('are none when one alert only reports the end of the other', () => {
    const begins = { ...one, alertType: 'NETWORK_DDOS_DETECTED' };
    expect(incidentsOf(begins, { ...two, alertType: 'NETWORK_DDOS_MITIGATED' })).toEqual([]);
    expect(incidentsOf(begins, { ...two, alertType: 'NETWORK_DDOS_OTHER' })).toHaveLength(1);
  });

  it('are an incident when they climb on one target', () => {
    const here = { on: [virtualMachine('a')] };
    const climb = [
      at(noon, 'a', { alertType: 'A', intent: 'InitialAccess', ...here }),
      at(noon + minute, 'b', { intent: 'Execution', ...here }),
    ];
    expect(incidentsOf(...climb).map(({ title }) => title)).toEqual(['a: initial access to execution']);
  });
});

describe('an incident of the service', () => {
  const declare = (...members: readonly Alert[]): Alert =>
    aServiceIncident('case', [aMemberEntity(members.map(({ key }) => key))]);

  it('stays as declared where nothing else belongs to it', () =>
    expect(incidentsOf(one, two, alone, declare(one, two))).toMatchObject([
      { kind: 'service', title: 'Security incident detected', severity: 'High', rows: [1, 2] },
    ]));

  it('takes in what correlation finds, and says that it is mixed', () =>
    expect(incidentsOf(one, two, alone, declare(one))).toMatchObject([{ kind: 'mixed', rows: [1, 2] }]));

  it('keeps a member that has nothing to do with the others', () =>
    expect(incidentsOf(one, two, alone, declare(one, two, alone))).toMatchObject([
      { kind: 'service', rows: [0, 1, 2] },
    ]));

  it('takes the group that holds most of its members, and leaves the other group an incident of its own', () => {
    const other = { entities: [anAddress('198.51.100.4')] };
    const strangers = [
      at(noon, 's1', { alertType: 'S1', on: [virtualMachine('s1')], ...other }),
      at(noon + minute, 's2', { alertType: 'S2', on: [virtualMachine('s2')], ...other }),
      at(noon + 2 * minute, 's3', { alertType: 'S3', on: [virtualMachine('s3')], ...other }),
    ];
    const found = incidentsOf(one, two, ...strangers, declare(one, two, strangers[0]!));
    expect(found.map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['service', 3],
      ['local', 3],
    ]);
  });
});
