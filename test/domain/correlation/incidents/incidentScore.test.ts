import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentScore } from '../../../../src/domain/correlation/incidents/incidentScore.ts';
import { severities } from '../../../../src/domain/severity.ts';
import { tactics } from '../../../../src/domain/killChain.ts';
import { minute, noon, type AlertWish } from '../../../builders/alert.ts';
import { at, columnsOf } from '../../../builders/correlationWorld.ts';

function score(...wishes: readonly AlertWish[]): number {
  const alerts = wishes.map((wish, index) =>
    at(noon + index * minute, String(index), { alertType: `T${String(index)}`, ...wish }),
  );
  const columns = columnsOf(alerts);
  return incidentScore(columns, [...columns.keys.keys()]);
}

describe('incidentScore', () => {
  it('is higher for worse alerts, and for more of them', () => {
    const scores = [
      score({ severity: 'Informational' }),
      score({ severity: 'Low' }),
      score({ severity: 'Medium' }),
      score({ severity: 'High' }),
      score({ severity: 'High' }, { severity: 'High' }),
    ];
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(new Set(scores).size).toBe(5);
  });

  it('is higher for an attack that gets far, in order, to the end', () => {
    const still = score({ intent: 'Execution' }, { intent: 'Execution' }, { intent: 'Execution' });
    const climbs = score({ intent: 'InitialAccess' }, { intent: 'Execution' }, { intent: 'Impact' });
    const falls = score({ intent: 'Impact' }, { intent: 'Execution' }, { intent: 'InitialAccess' });
    expect(climbs).toBeGreaterThan(falls);
    expect(falls).toBeGreaterThan(still);
  });

  it('counts one detector three times and no more', () => {
    const same = { alertType: 'Same' };
    expect(score(same, same, same, same, same)).toBe(score(same, same, same));
    expect(score(same, same, same)).toBeGreaterThan(score(same, same));
  });

  it('is a whole number from 0 to 100, also for nothing', () => {
    expect(score()).toBe(0);
    const wish = fc.record({
      severity: fc.constantFrom(...severities),
      intent: fc.constantFrom(...tactics, 'Unknown'),
      alertType: fc.constantFrom('A', 'B', 'C', 'D'),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
        const found = score(...wishes);
        expect(Number.isInteger(found) && found >= 0 && found <= 100).toBe(true);
      }),
    );
  });
});
