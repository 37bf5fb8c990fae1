import { describe, expect, it } from 'vitest';
import type { Explanations } from '../../../src/services/correlator.ts';
import { explanationsOf } from '../../../src/services/explanationsOf.ts';
import { askWhy, pairName } from '../../../src/services/viewModels/whyAnswers.ts';
import type { PanelTarget } from '../../../src/protocol/panelTarget.ts';
import { explained } from '../../builders/explained.ts';
import { aWalk } from '../../builders/walk.ts';

const { alerts, first, last, stranger } = aWalk();
const { computed, ...correlation } = explained(alerts);
const explanations = explanationsOf(computed);
const outdated: Explanations = {
  whyAlone: () => Promise.resolve(undefined),
  compare: () => Promise.resolve(undefined),
};
const ask = (target: PanelTarget, asked = explanations) => askWhy(target, correlation, asked);

describe('the reasons that a panel asks for', () => {
  it('are for an alert that stands alone why it does', async () =>
    expect((await ask({ kind: 'alert', id: stranger.key }))?.alone?.nearest).toEqual([]));

  it('are for a member of an incident how it compares with the first', async () => {
    const answers = await ask({ kind: 'alert', id: last.key });
    expect([...(answers?.comparisons.keys() ?? [])]).toEqual([pairName(first.key, last.key)]);
    expect(answers?.comparisons.get(pairName(first.key, last.key))?.path).toHaveLength(2);
  });

  it('are for two alerts how they compare, the earlier first, whichever was named first', async () => {
    const answers = await ask({ kind: 'comparison', id: last.key, otherId: first.key });
    expect([...(answers?.comparisons.keys() ?? [])]).toEqual([pairName(first.key, last.key)]);
  });

  it('are none for an incident, for its first alert, and for what is not in the list', async () => {
    const targets: readonly PanelTarget[] = [
      { kind: 'incident', id: correlation.incidents[0]?.id ?? '' },
      { kind: 'alert', id: first.key },
      { kind: 'alert', id: 'nowhere' },
      { kind: 'comparison', id: first.key, otherId: 'nowhere' },
    ];
    for (const target of targets) expect(await ask(target)).toBeUndefined();
  });

  it('are none while another correlation takes the place of the one that is asked about', async () => {
    expect(await ask({ kind: 'alert', id: stranger.key }, outdated)).toBeUndefined();
    expect(await ask({ kind: 'alert', id: last.key }, outdated)).toBeUndefined();
  });
});
