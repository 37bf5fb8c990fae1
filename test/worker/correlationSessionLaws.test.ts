import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAlerts } from '../../src/domain/correlation/why/compareAlerts.ts';
import { whyAlone } from '../../src/domain/correlation/why/whyAlone.ts';
import { aSmallWorld } from '../builders/arbitraryWorld.ts';
import { correctionsOf } from '../builders/arbitraryCorrections.ts';
import { corrected } from '../builders/corrections.ts';
import { withSameStatistics } from '../builders/sameStatistics.ts';
import { Rig, fullRun, engineOver, byId, aStory, joiner } from './sessionRig.ts';

/** Alerts, and little by little what becomes of them. */
const aHistory = aSmallWorld
  .filter((world) => world.length > 1)
  .chain((world) =>
    fc.record({
      world: fc.constant(world),
      batches: fc.array(
        fc.record({
          changed: fc.subarray([...world], { maxLength: 2 }),
          gone: fc.subarray(
            world.map(({ key }) => key),
            { maxLength: 1 },
          ),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    }),
  );

describe('in any small world, run after run', { timeout: 60_000 }, () => {
  it.each([
    ['', false],
    [', where people have put alerts together and taken some away', true],
  ])('finds what the engine finds with the statistics of the last full run%s', (_, isCorrected) => {
    let updates = 0;
    const history = aHistory.chain((each) =>
      fc.tuple(
        fc.constant(each),
        isCorrected ? correctionsOf(each.world.map(({ key }) => key).slice(0, 8)) : fc.constant([]),
      ),
    );
    fc.assert(
      fc.property(history, ([{ world, batches }, corrections]) => {
        const options = corrected(...corrections);
        const rig = new Rig();
        rig.take([...aStory, ...world]);
        expect(rig.correlate(options).way).toBe('full');
        let engine = engineOver(rig.alerts, options);
        for (const { changed, gone } of batches) {
          rig.take(changed, gone);
          engine.update({ removed: [...gone, ...changed.map(({ key }) => key)], added: changed });
          const { way, incidents, commonThings } = rig.correlate(options);
          if (way === 'update') updates += 1;
          else engine = engineOver(rig.alerts, options);
          const expected = way === 'update' ? withSameStatistics(engine, options) : fullRun(rig.alerts, options);
          expect(byId(incidents)).toEqual(byId(expected.incidents));
          expect(commonThings).toEqual(expected.commonThings);
          const tables = expected.computed;
          for (const [index, { key }] of world.entries()) {
            const other = world[index - 1]?.key ?? joiner.key;
            expect(rig.session.whyAlone(rig.run, key)).toEqual(whyAlone(tables, key));
            expect(rig.session.compare(rig.run, key, other)).toEqual(compareAlerts(tables, key, other));
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(updates).toBeGreaterThan(20);
  });
});
