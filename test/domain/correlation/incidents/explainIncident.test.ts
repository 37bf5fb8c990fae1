import { expect, it } from 'vitest';
import { correlateColumns } from '../../../../src/domain/correlation/correlateColumns.ts';
import { columnIncidents } from '../../../../src/domain/correlation/incidents/columnIncidents.ts';
import { explainIncident } from '../../../../src/domain/correlation/incidents/explainIncident.ts';
import { aMemberEntity, aServiceIncident, hour, noon, virtualMachine } from '../../../builders/alert.ts';
import { anAddress, at, columnsOf } from '../../../builders/correlationWorld.ts';

const attacker = { entities: [anAddress('203.0.113.7')] };
const one = at(noon, 'one', { alertType: 'One', on: [virtualMachine('a')], ...attacker });
const two = at(noon + hour, 'two', { alertType: 'Two', on: [virtualMachine('b')], ...attacker });

it('says what connects the alerts, how soon they followed, and each link with its evidence', () => {
  const result = correlateColumns(columnsOf([one, two]));
  const [explanation] = columnIncidents(result).map((incident) => explainIncident(result, incident));
  expect(explanation?.sentence).toBe('2 alerts within 60 minutes are connected by the address 203.0.113.7.');
  expect(explanation?.links).toMatchObject([{ from: one.key, to: two.key, shared: [{ key: '203.0.113.7' }] }]);
});

it('says that the service put them together where it did', () => {
  const far = { ...two, entities: [] };
  const result = correlateColumns(columnsOf([one, far, aServiceIncident('case', [aMemberEntity([one.key, far.key])])]));
  const [explanation] = columnIncidents(result).map((incident) => explainIncident(result, incident));
  expect(explanation).toEqual({
    links: [],
    sentence: '2 alerts within 60 minutes that Defender for Cloud put together.',
  });
});
