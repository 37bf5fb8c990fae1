import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import {
  mergeIncidents,
  moveToIncident,
  pinIncident,
  removeFromIncident,
  renameIncident,
  startIncident,
  type Corrected,
} from '../../../../src/domain/correlation/corrections/correct.ts';
import type { Correction } from '../../../../src/domain/correlation/corrections/correction.ts';
import { correlate } from '../../../../src/domain/correlation/correlate.ts';
import type { Correlation } from '../../../../src/domain/correlation/correlation.ts';
import { memberKeys } from '../../../../src/domain/incident.ts';
import { aMemberEntity, aServiceIncident, day, hour, noon, virtualMachine } from '../../../builders/alert.ts';
import { corrected, keyOf } from '../../../builders/corrections.ts';
import { anAddress, at } from '../../../builders/correlationWorld.ts';

/** Three steps of one attack, from an address of its own. */
function attack(name: string, from: number, tenantId?: string): readonly Alert[] {
  return [1, 2, 3].map((step) =>
    at(noon + from + step * hour, `${name}${String(step)}`, {
      alertType: `T${String(step)}`,
      on: [virtualMachine(`${name}-${String(step)}`)],
      entities: [anAddress(name === 'a' ? '203.0.113.7' : '198.51.100.4')],
      ...(tenantId === undefined ? {} : { tenantId }),
    }),
  );
}

const keys = (name: string): readonly string[] => [1, 2, 3].map((step) => keyOf(name + String(step)));
const stranger = at(noon + 20 * day, 'stranger', { alertType: 'Other', on: [virtualMachine('z')] });
const world = [...attack('a', 0), ...attack('b', 9 * day), stranger];
const found = correlate(world);
const [a, b] = [idOf(found, 'a1'), idOf(found, 'b1')];

function idOf(correlation: Correlation, called: string): string {
  return correlation.incidentsOf.get(keyOf(called))?.[0] ?? '';
}

/** The incidents' alerts by their short names, after one more correction. */
function after(asked: Corrected, alerts = world, before: readonly Correction[] = []): readonly string[] {
  if (asked.kind === 'refused') throw new Error(asked.why);
  const { incidents } = correlate(alerts, corrected(...before, asked.correction));
  return incidents
    .map((incident) =>
      memberKeys(incident)
        .map((key) => key.slice(20))
        .join(' '),
    )
    .sort();
}

const why = (asked: Corrected): string => (asked.kind === 'refused' ? asked.why : 'done');

describe('what a person asks for happens:', () => {
  it('removes an alert', () =>
    expect(after(removeFromIncident(found, a, [keyOf('a2')]))).toEqual(['a1 a3', 'b1 b2 b3']));

  it('removes several, which can still be one among themselves', () =>
    expect(after(removeFromIncident(found, a, [keyOf('a2'), keyOf('a1')]))).toEqual(['a1 a2', 'b1 b2 b3']));

  it('makes an incident of alerts of others, and of one in none', () => {
    expect(after(startIncident(found, [keyOf('a2'), keyOf('b2')]))).toEqual(['a1 a3', 'a2 b2', 'b1 b3']);
    expect(after(startIncident(found, [stranger.key]))).toEqual(['a1 a2 a3', 'b1 b2 b3', 'stranger']);
  });

  it('moves alerts from one incident to another', () =>
    expect(after(moveToIncident(found, [keyOf('a2'), stranger.key], b))).toEqual(['a1 a3', 'a2 b1 b2 b3 stranger']));

  it('merges incidents', () => expect(after(mergeIncidents(found, [a, b]))).toEqual(['a1 a2 a3 b1 b2 b3']));

  it('takes the last word where words contradict each other', () => {
    const merge: Correction = { kind: 'merge', alerts: [...keys('a'), ...keys('b')] };
    const merged = correlate(world, corrected(merge));
    const back = removeFromIncident(merged, idOf(merged, 'a1'), keys('b'));
    expect(after(back, world, [merge])).toEqual(['a1 a2 a3', 'b1 b2 b3']);
  });

  it('ends an incident that a person made of one alert', () => {
    const start: Correction = { kind: 'move', alerts: [stranger.key], from: [], to: [] };
    const started = correlate(world, corrected(start));
    const ended = removeFromIncident(started, idOf(started, 'stranger'), [stranger.key]);
    expect(after(ended, world, [start])).toEqual(['a1 a2 a3', 'b1 b2 b3']);
  });

  it('names and pins by alerts that stay findable', () => {
    expect(renameIncident(found, a, '  Harbour ')).toEqual({
      kind: 'correction',
      correction: { kind: 'rename', alerts: keys('a'), name: 'Harbour' },
    });
    expect(pinIncident(found, b, true)).toMatchObject({ correction: { alerts: keys('b'), pinned: true } });
  });
});

describe('an incident of the service', () => {
  const declared = aServiceIncident('case', [aMemberEntity([...keys('a').slice(0, 2), keyOf('b1')])]);
  const withService = correlate([...world, declared]);

  it('takes no second incident along that it names one alert of', () => {
    const asked = removeFromIncident(withService, declared.key, [keyOf('a1')]);
    expect(asked).toMatchObject({ correction: { from: [[keyOf('a2'), keyOf('a3')]] } });
    expect(after(asked, [...world, declared])).toEqual(['a1 a2 a3 b1', 'b1 b2 b3']);
  });

  it('is named by the alert that declares it', () =>
    expect(renameIncident(withService, declared.key, 'x')).toMatchObject({
      correction: { alerts: [declared.key, ...keys('a')] },
    }));

  it('keeps an alert that is its only one in the list', () => {
    const lone = aServiceIncident('lone', [aMemberEntity([stranger.key, 'gone'])]);
    const correlation = correlate([...world, lone]);
    expect(why(removeFromIncident(correlation, lone.key, [stranger.key]))).toBe('nothingLeft');
  });
});

describe('what cannot be is refused with its reason:', () => {
  it('what is not there', () => {
    expect(why(removeFromIncident(found, 'local:x', [keyOf('a1')]))).toBe('gone');
    expect(why(removeFromIncident(found, a, [keyOf('b1')]))).toBe('gone');
    expect(why(startIncident(found, [keyOf('x')]))).toBe('gone');
    expect(why(moveToIncident(found, [keyOf('a1')], 'x'))).toBe('gone');
    expect(why(mergeIncidents(found, [a, 'x']))).toBe('gone');
    expect([why(renameIncident(found, 'x', 'y')), why(pinIncident(found, 'x', true))]).toEqual(['gone', 'gone']);
  });

  it('everything out of an incident', () =>
    expect([why(removeFromIncident(found, a, keys('a'))), why(startIncident(found, keys('a')))]).toEqual([
      'nothingLeft',
      'nothingLeft',
    ]));

  it('an incident with itself', () =>
    expect([why(mergeIncidents(found, [a])), why(moveToIncident(found, [keyOf('a1')], a))]).toEqual([
      'oneIncident',
      'oneIncident',
    ]));

  it('two tenants in one incident', () => {
    const tenants = correlate([...attack('a', 0, 't1'), ...attack('b', 9 * day, 't2')]);
    const ids = [idOf(tenants, 'a1'), idOf(tenants, 'b1')];
    expect(why(mergeIncidents(tenants, ids))).toBe('otherTenant');
    expect(why(moveToIncident(tenants, [keyOf('a1')], ids[1]!))).toBe('otherTenant');
    expect(why(startIncident(tenants, [keyOf('a1'), keyOf('b1')]))).toBe('otherTenant');
  });

  it('a name longer than a line', () => expect(why(renameIncident(found, a, 'x'.repeat(121)))).toBe('badName'));
});
