import { describe, expect, it } from 'vitest';
import type { IncidentChange } from '../../../src/domain/correlation/tuning/compareCorrelations.ts';
import { changeCounts, changeText } from '../../../src/services/tuning/changeCounts.ts';
import { aLinkedIncident } from '../../builders/linkedIncident.ts';
import { attackStory } from '../../builders/attackStory.ts';
import { aPanelContext } from '../../builders/panelContext.ts';

const incident = aLinkedIncident(aPanelContext(attackStory()));

function change(kind: IncidentChange['kind'], before: number, after: number): IncidentChange {
  return { kind, before: Array(before).fill(incident), after: Array(after).fill(incident), joined: 0, left: 0 };
}

function told(changes: readonly IncidentChange[], unchanged: number, tense: 'done' | 'would' = 'done'): string {
  return changeText(changeCounts({ changes, unchanged }), tense);
}

describe('what a change did, in one sentence', () => {
  it('counts incidents before and after by what became of them', () =>
    expect(
      told([change('split', 1, 2), change('merged', 2, 1), change('merged', 3, 1), change('grew', 1, 1)], 12),
    ).toBe('12 incidents unchanged, 5 merged into 2, 1 split into 2, 1 grew.'));

  it('has a word for everything that can become of an incident', () =>
    expect(
      told(
        [
          change('rearranged', 2, 2),
          change('shrank', 1, 1),
          change('changed', 1, 1),
          change('appeared', 0, 1),
          change('vanished', 1, 0),
        ],
        1,
      ),
    ).toBe('1 incident unchanged, 2 rearranged into 2, 1 shrank, 1 exchanged alerts, 1 new, 1 dissolved.'));

  it('says that nothing changed, or would', () => {
    expect(told([], 3)).toBe('3 incidents unchanged.');
    expect(told([], 3, 'would')).toBe('Nothing would change: 3 incidents.');
    expect(told([], 0)).toBe('There are no incidents.');
  });
});
