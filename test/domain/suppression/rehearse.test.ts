import { describe, expect, it } from 'vitest';
import { rehearse } from '../../../src/domain/suppression/rehearse.ts';
import { anAlert, aServiceIncident, anEntity } from '../../builders/alert.ts';
import { aFoundIncident } from '../../builders/foundIncident.ts';
import { aSuppressionRule } from '../../builders/suppressionRule.ts';

const ip = (address: string) => anEntity({ $id: '1', type: 'ip', address });
const noisy = ['a', 'b', 'c'].map((called) => anAlert({ called, entities: [ip('203.0.113.7')] }));
const high = anAlert({ called: 'h', severity: 'High', entities: [ip('203.0.113.7')] });
const other = anAlert({ called: 'o', entities: [ip('198.51.100.1')] });
const declared = aServiceIncident('i', [], { alertType: 'VM_TestAlert', entities: [ip('203.0.113.7')] });
const alerts = [...noisy, high, other, declared];

describe('a rehearsal', () => {
  it('counts what the rule would have dismissed, and what of that was in incidents', () => {
    const incidents = [
      aFoundIncident([high.key, noisy[0]!.key]),
      aFoundIncident([high.key, other.key], { id: 'local:2' }),
    ];
    expect(rehearse(aSuppressionRule(), alerts, incidents)).toEqual({
      considered: 5,
      dismissed: [...noisy, high].map(({ key }) => key),
      inIncidents: 2,
      highInIncidents: 1,
      incidents: [incidents[0]!.id, incidents[1]!.id],
      isExact: true,
    });
  });

  it('says when it may show too much', () => {
    const rule = aSuppressionRule({ conditions: [{ kind: 'unknown', wire: {} }] });
    const { dismissed, isExact } = rehearse(rule, alerts, []);
    expect([dismissed.length, isExact]).toEqual([5, false]);
  });
});
