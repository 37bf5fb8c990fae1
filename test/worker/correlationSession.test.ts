import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Alert } from '../../src/domain/alert.ts';
import { defaultOptions, type CorrelationOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { IncrementalCorrelation } from '../../src/domain/correlation/incremental/incrementalCorrelation.ts';
import { anAlert, hour, minute, noon, virtualMachine } from '../builders/alert.ts';
import { noPauses } from '../builders/correlator.ts';
import { corrected } from '../builders/corrections.ts';
import { anAddress, at } from '../builders/correlationWorld.ts';
import { withSameStatistics } from '../builders/sameStatistics.ts';
import { alwaysIdle, type Answer, Rig, fullRun, engineOver, byId, aStory, joiner } from './sessionRig.ts';

/** One episode with the alert before it, unless somebody says otherwise. */
const repeat = at(noon + 10 * minute, 'repeat', {
  alertType: 'T1',
  intent: 'Execution',
  entities: [anAddress('203.0.113.4')],
  on: [virtualMachine('vm-4')],
});

const stranger = at(noon + hour, 'stranger', { alertType: 'T9', on: [virtualMachine('elsewhere')] });

describe('a run', () => {
  it('correlates only what changed when little did, and the options are the same', () => {
    const rig = new Rig();
    rig.take(aStory);
    const ways = [rig.correlate().way];
    rig.take([joiner, { ...joiner, ...stranger }], [aStory[7]?.key ?? '']);
    ways.push(rig.correlate().way, rig.correlate(structuredClone(defaultOptions)).way);
    expect(ways).toEqual(['full', 'update', 'update']);
  });

  it.each<[string, (rig: Rig) => Answer]>([
    ['options are others', (rig) => rig.correlate({ ...defaultOptions, serviceTrust: 'shownOnly' })],
    [
      'corrections are others',
      (rig) => rig.correlate(corrected({ kind: 'merge', alerts: [aStory[1]?.key ?? '', aStory[2]?.key ?? ''] })),
    ],
    [
      'many alerts are gone',
      (rig) =>
        taken(
          rig,
          [],
          aStory.slice(0, 10).map(({ key }) => key),
        ),
    ],
    [
      'many alerts have changed',
      (rig) =>
        taken(
          rig,
          aStory.slice(0, 10).map((alert) => ({ ...alert, alertType: 'New' })),
        ),
    ],
    ['a later day has begun', (rig) => taken(rig, [at(noon + 30 * hour, 'tomorrow')])],
  ])('correlates all alerts when %s, and goes on from there', (_, next) => {
    const rig = new Rig();
    rig.take(aStory);
    rig.correlate();
    const { way, incidents } = next(rig);
    expect(way).toBe('full');
    expect(incidents.length).toBeGreaterThan(0);
  });

  it.each<[string, CorrelationOptions]>([
    ['options', { ...defaultOptions, excludedTypes: ['t1'] }],
    ['corrections', corrected({ kind: 'remove', alerts: [repeat.key], from: [[aStory[4]?.key ?? '']] })],
  ])('goes back to updates after the %s were others', (_, other) => {
    const rig = new Rig();
    rig.take([...aStory, repeat]);
    rig.correlate();
    rig.correlate(other);
    rig.take([joiner]);
    const { way, incidents } = rig.correlate(other);
    const engine = engineOver([...aStory, repeat], other);
    engine.update({ added: [joiner] });
    expect(way).toBe('update');
    expect(byId(incidents)).toEqual(byId(withSameStatistics(engine, other).incidents));
  });

  it('keeps learning from beginning while it waits for quiet', () => {
    const begun: number[] = [];
    const waiting = new Set<() => void>();
    const afterQuiet = (work: () => void) => {
      waiting.add(work);
      return () => waiting.delete(work);
    };
    const rig = new Rig({ pauses: noPauses, afterQuiet });
    rig.take(aStory);
    for (const next of [() => rig.correlate(), () => rig.correlate(), () => rig.take([joiner])]) {
      next();
      begun.push(waiting.size);
    }
    expect(begun).toEqual([1, 1, 0]);
  });

  it('takes the delivery that the host holds, though the session has seen a later one', () => {
    const rig = new Rig();
    const [late, early] = [
      { ...joiner, processingEndTime: noon + hour },
      { ...stranger, key: joiner.key },
    ];
    rig.take([...aStory, late]);
    rig.correlate();
    rig.take([{ ...early, processingEndTime: noon }]);
    const { way, incidents } = rig.correlate();
    expect(way).toBe('update');
    expect(incidents.flatMap(({ alertKeys }) => alertKeys)).not.toContain(joiner.key);
  });

  it('is right when it came before anything could be learnt', () => {
    const rig = new Rig({ pauses: noPauses, afterQuiet: () => () => undefined });
    rig.take(aStory);
    rig.correlate();
    rig.take([joiner]);
    const { way, incidents } = rig.correlate();
    expect([way, byId(incidents)]).toEqual(['full', byId(fullRun(rig.alerts).incidents)]);
  });

  it('is right when learning was called off, wherever it was', () => {
    for (let turns = 0; turns < 40; turns += 1) {
      let next: (() => void) | undefined;
      let time = 0;
      const pauses = {
        now: () => (time += 100),
        soon: (go: () => void) => {
          next = go;
          return () => (next = undefined);
        },
      };
      const rig = new Rig({ ...alwaysIdle, pauses });
      rig.take(aStory);
      rig.correlate();
      for (let turn = 0; turn < turns; turn += 1) {
        const go = next;
        next = undefined;
        go?.();
      }
      rig.take([joiner]);
      expect(next).toBeUndefined();
      const { incidents } = rig.correlate();
      expect(incidents.find(({ alertKeys }) => alertKeys.includes(joiner.key))?.alertKeys).toHaveLength(4);
    }
  });
});

function taken(rig: Rig, alerts: readonly Alert[], gone: readonly string[] = []): Answer {
  rig.take(alerts, gone);
  return rig.correlate();
}

describe('reasons after an update', () => {
  it('are those of the run that is asked about, for as long as they can be had', () => {
    const rig = new Rig();
    rig.take([...aStory, stranger]);
    rig.correlate();
    rig.take([joiner]);
    rig.correlate();
    const [run, member] = [rig.run, aStory[4]?.key ?? ''];
    expect(rig.session.compare(run - 1, member, joiner.key)).toBeUndefined();
    // What comes in for the next run changes nothing about this one.
    rig.take([], [joiner.key]);
    expect(rig.session.compare(run, member, joiner.key)?.path).toBeDefined();
    rig.correlate();
    expect(rig.session.compare(rig.run, member, joiner.key)?.path).toBeUndefined();
    expect(rig.session.compare(run, member, joiner.key)).toBeUndefined();
  });

  it('are not told when the alerts are others before anybody has asked', () => {
    const rig = new Rig();
    rig.take(aStory);
    rig.correlate();
    rig.take([joiner]);
    rig.correlate();
    rig.take(aStory.map((alert) => ({ ...alert, alertType: 'New' })));
    expect(rig.session.whyAlone(rig.run, joiner.key)).toBeUndefined();
  });
});

describe('an engine that fails', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(['hold', 'rebuildInSteps', 'update', 'incidents', 'commonThings'] as const)(
    'to %s is let go: all alerts are correlated, and it is told once',
    (name) => {
      const rig = new Rig();
      rig.take(aStory.slice(1));
      rig.correlate();
      vi.spyOn(IncrementalCorrelation.prototype, name).mockImplementation(() => {
        throw new Error('no');
      });
      const answers = [taken(rig, [joiner]), taken(rig, [...aStory, stranger]), taken(rig, []), taken(rig, [])];
      const ways = answers.map(({ way }) => way);
      expect(ways.filter((way) => way === 'fullAfterFailure')).toHaveLength(1);
      expect(ways.at(-1)).toBe('full');
      expect(byId(answers.at(-1)?.incidents ?? [])).toEqual(byId(fullRun(rig.alerts).incidents));
    },
  );

  it('to keep to the alerts of the table is found out', () => {
    const rig = new Rig();
    rig.take(aStory);
    rig.correlate();
    vi.spyOn(IncrementalCorrelation.prototype, 'size', 'get').mockReturnValue(1_000);
    expect(taken(rig, [anAlert({ called: 'more' })]).way).toBe('fullAfterFailure');
  });
});
