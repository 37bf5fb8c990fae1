import { describe, expect, it } from 'vitest';
import type { Rehearsal } from '../../../src/domain/suppression/rehearse.ts';
import { ruleWarnings } from '../../../src/domain/suppression/ruleWarnings.ts';
import { day, noon } from '../../builders/alert.ts';
import { aSuppressionRule } from '../../builders/suppressionRule.ts';

const harmless: Rehearsal = {
  considered: 100,
  dismissed: ['a'],
  inIncidents: 0,
  highInIncidents: 0,
  incidents: [],
  isExact: true,
};

const kinds = (rule: Parameters<typeof aSuppressionRule>[0], rehearsal: Partial<Rehearsal> = {}) =>
  ruleWarnings(aSuppressionRule(rule), { ...harmless, ...rehearsal }, noon).map(({ kind }) => kind);

describe('of a rule it is told', () => {
  it('nothing when it is narrow, ends, and dismissed little', () => {
    expect(kinds({})).toEqual([]);
  });

  it('that it is too broad', () => {
    expect(kinds({ alertType: '*', conditions: [] })).toEqual(['anyType', 'noConditions']);
    expect(kinds({ conditions: [{ kind: 'contains', field: 'entities.host.hostname', text: ' -c ' }] })).toEqual([
      'weakCondition',
    ]);
    expect(kinds({}, { dismissed: Array.from({ length: 51 }, String) })).toEqual(['most']);
    expect(kinds({}, { considered: 3, dismissed: ['a', 'b'] })).toEqual([]);
  });

  it('that it would have hidden parts of incidents', () => {
    expect(kinds({}, { inIncidents: 2, incidents: ['local:1'] })).toEqual(['inIncidents']);
    expect(kinds({}, { inIncidents: 2, highInIncidents: 1, incidents: ['local:1'] })).toEqual(['highInIncidents']);
  });

  it('that it never ends, ends late, or ends soon', () => {
    const { expires: _, ...endless } = aSuppressionRule();
    expect(ruleWarnings(endless, harmless, noon).map(({ kind }) => kind)).toEqual(['neverExpires']);
    expect(ruleWarnings({ ...endless, unreadableExpiry: 'soon' }, harmless, noon)).toEqual([]);
    expect(kinds({ expires: noon + 367 * day })).toEqual(['longLived']);
    expect(kinds({ expires: noon + 6 * day })).toEqual(['expiresSoon']);
    expect(kinds({ expires: noon + 6 * day, state: 'Disabled' })).toEqual([]);
    expect(kinds({ expires: noon - day })).toEqual([]);
  });

  it('that it fits nothing, or is not understood', () => {
    expect(kinds({}, { dismissed: [] })).toEqual(['matchesNothing']);
    expect(kinds({}, { dismissed: [], considered: 0 })).toEqual([]);
    expect(kinds({}, { isExact: false })).toEqual(['notUnderstood']);
  });
});
