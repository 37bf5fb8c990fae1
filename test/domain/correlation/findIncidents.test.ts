import { expect, it } from 'vitest';
import { AlertTable } from '../../../src/domain/correlation/alertTable.ts';
import { defaultOptions } from '../../../src/domain/correlation/correlationOptions.ts';
import { findIncidents } from '../../../src/domain/correlation/findIncidents.ts';
import { finish } from '../../../src/domain/steps.ts';
import { hour, minute, noon, virtualMachine } from '../../builders/alert.ts';
import { anAddress, at, keyOf } from '../../builders/correlationWorld.ts';

const attacker = { entities: [anAddress('203.0.113.7')], on: [virtualMachine('web-1')] };
const probe = at(noon, 'probe', { alertType: 'Probe', ...attacker });
const again = at(noon + 10 * minute, 'again', { alertType: 'Probe', ...attacker });
const entry = at(noon + hour, 'entry', { alertType: 'Entry', ...attacker });

it('finds incidents as plain data: keys, links, the sentence, and how many alerts only repeat another', () => {
  const table = new AlertTable();
  for (const alert of [entry, again, probe]) table.add(alert);
  const { incidents } = finish(findIncidents(table, defaultOptions));
  expect(structuredClone(incidents)).toEqual(incidents);
  expect(incidents).toMatchObject([
    {
      id: `local:${keyOf('probe')}`,
      alertKeys: ['probe', 'again', 'entry'].map(keyOf),
      links: [{ from: keyOf('probe'), to: keyOf('entry') }],
      repeats: 1,
    },
  ]);
  expect(incidents[0]?.sentence).toContain('203.0.113.7');
});
