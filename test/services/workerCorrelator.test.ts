import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Alert } from '../../src/domain/alert.ts';
import { correlate } from '../../src/domain/correlation/correlate.ts';
import { defaultOptions, type CorrelationOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { IncrementalCorrelation } from '../../src/domain/correlation/incremental/incrementalCorrelation.ts';
import type { Correlation } from '../../src/domain/correlation/correlation.ts';
import type { Steps } from '../../src/domain/steps.ts';
import type { CorrelationOutcome, Correlator } from '../../src/services/correlator.ts';
import type { Pauses } from '../../src/services/slices.ts';
import { WorkerCorrelator } from '../../src/services/workerCorrelator.ts';
import { anAlert, hour, minute, noon, virtualMachine } from '../builders/alert.ts';
import { aSmallWorld } from '../builders/arbitraryWorld.ts';
import { attackStory } from '../builders/attackStory.ts';
import { anImmediateCorrelator, silentLog } from '../builders/correlator.ts';
import { anAddress, at } from '../builders/correlationWorld.ts';
import { explained } from '../builders/explained.ts';
import { ScriptedCorrelator } from '../builders/scriptedCorrelator.ts';
import { WorkersInThisThread } from '../builders/workerInThisThread.ts';
import { compareAlerts } from '../../src/domain/correlation/why/compareAlerts.ts';
import { whyAlone } from '../../src/domain/correlation/why/whyAlone.ts';

let looks = 0;

/** A clock that every look at it moves on: whatever can be interleaved is. */
const pauses: Pauses = {
  now: () => (looks += 1),
  soon: (next) => {
    const turn = setImmediate(next);
    return () => {
      clearImmediate(turn);
    };
  },
};

/** Every run stands for itself: ids of before say nothing. */
const ids = {
  // eslint-disable-next-line require-yield -- there is nothing to do
  *keep(correlation: Correlation): Steps<Correlation> {
    return correlation;
  },
};

interface Rig {
  readonly correlator: WorkerCorrelator;
  readonly workers: WorkersInThisThread;
}

function aRig(fallback: Correlator = anImmediateCorrelator()): Rig {
  const workers = new WorkersInThisThread();
  const parts = { ids, pauses, log: silentLog, fallback };
  return { correlator: new WorkerCorrelator({ ...parts, startWorker: workers.start }), workers };
}

function run(
  { correlator }: Rig,
  alerts: readonly Alert[],
  options: CorrelationOptions = defaultOptions,
): Promise<CorrelationOutcome> {
  return new Promise((resolve) => correlator.start({ delivered: [alerts], options }, resolve));
}

async function found(rig: Rig, alerts: readonly Alert[], options?: CorrelationOptions) {
  const outcome = await run(rig, alerts, options);
  if (!outcome.ok) throw new Error('The correlation failed');
  return outcome;
}

describe('correlation in a worker', () => {
  it('finds what is found in this thread, whatever came and went before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aSmallWorld, { minLength: 1, maxLength: 4 }), async (worlds) => {
        const rig = aRig();
        for (const world of worlds) expect((await found(rig, world)).correlation).toEqual(correlate(world));
      }),
      { numRuns: 20 },
    );
  });

  it('follows the options of each run', async () => {
    const rig = aRig();
    const options = { ...defaultOptions, excludedTypes: ['vm_sshbruteforce'] };
    for (const chosen of [options, defaultOptions]) {
      expect((await found(rig, attackStory(), chosen)).correlation).toEqual(correlate(attackStory(), chosen));
    }
  });

  it('tells the worker only of alerts that changed, came or went', async () => {
    const rig = aRig();
    const [first, second, third] = ['a', 'b', 'c'].map((called) => anAlert({ called })) as [Alert, Alert, Alert];
    await found(rig, [first, second]);
    const changed = { ...second, severity: 'High' as const };
    await found(rig, [changed, third]);
    const { correlation } = await found(rig, [changed, third]);
    expect(rig.workers.toldTo(0)).toEqual([first.key, second.key, second.key, third.key]);
    expect(correlation).toEqual(correlate([changed, third]));
  });

  it('takes the delivery that the list holds, though the worker has seen a later one', async () => {
    const rig = aRig();
    const late = anAlert({ called: 'x', alertType: 'Late', processingEndTime: noon + hour });
    const early = anAlert({ called: 'x', alertType: 'Early', processingEndTime: noon });
    const other = anAlert({ called: 'y', alertType: 'Late' });
    await found(rig, [late, other]);
    expect((await found(rig, [early, other])).correlation).toEqual(correlate([early, other]));
  });

  it('answers why an alert is alone, and only about the run that is asked about', async () => {
    const rig = aRig();
    const alone = anAlert({ called: 'alone' });
    const { explanations } = await found(rig, [alone]);
    const told = await explanations.whyAlone(alone.key);
    expect(told).toEqual(whyAlone(explained([alone]).computed, alone.key));
    await found(rig, [alone, ...attackStory()]);
    expect(await explanations.whyAlone(alone.key)).toBeUndefined();
  });

  it('answers how two alerts compare, for as long as no other run has begun', async () => {
    const rig = aRig();
    const [one, other] = attackStory().map(({ key }) => key) as [string, string];
    const { explanations } = await found(rig, attackStory());
    const told = await explanations.compare(one, other);
    expect(told).toEqual(compareAlerts(explained(attackStory()).computed, one, other));
    await found(rig, [anAlert({ called: 'more' }), ...attackStory()]);
    expect(await explanations.compare(one, other)).toBeUndefined();
  });

  it('reads alerts that are nested deeper than a stack', async () => {
    const depth = 200_000;
    const deep = JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as never;
    const alerts = attackStory().map((alert) => ({
      ...alert,
      extendedProperties: [...alert.extendedProperties, { name: 'deep', value: deep }],
    }));
    const ids = ({ correlation }: Extract<CorrelationOutcome, { ok: true }>) =>
      correlation.incidents.map(({ id }) => id);
    expect(ids(await found(aRig(), alerts))).toEqual(ids(await found(aRig(), attackStory())));
  });
});

describe('a run that is called off', () => {
  it('is never heard of, wherever it was, and the next one is right', async () => {
    await fc.assert(
      fc.asyncProperty(aSmallWorld, aSmallWorld, fc.nat({ max: 40 }), async (world, next, turns) => {
        const rig = aRig();
        let heard = 0;
        const cancel = rig.correlator.start({ delivered: [world], options: defaultOptions }, () => (heard += 1));
        for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        const before = heard;
        cancel();
        expect((await found(rig, next)).correlation).toEqual(correlate(next));
        expect(heard).toBe(before);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves nothing behind that the next one does not know of, though its alerts were on their way in many parcels', async () => {
    const huge = attackStory().map((alert) => ({ ...alert, displayName: 'x'.repeat(450_000) }));
    const next = anAttack(1);
    for (let turns = 0; turns < 24; turns += 1) {
      const rig = aRig();
      const cancel = rig.correlator.start({ delivered: [huge], options: defaultOptions }, () => undefined);
      for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      cancel();
      expect((await found(rig, next)).correlation).toEqual(correlate(next));
    }
  });

  it('is stopped in the worker, between two of its steps', async () => {
    const rig = aRig();
    const answers: unknown[] = [];
    rig.correlator.start({ delivered: [attackStory()], options: defaultOptions }, (outcome) => answers.push(outcome));
    rig.workers.beforeCall = ({ name }) => {
      if (name !== 'correlate') return;
      rig.workers.beforeCall = () => undefined;
      void found(rig, []).then((outcome) => answers.push(outcome));
    };
    await expect.poll(() => answers.length).toBe(1);
    expect(answers).toMatchObject([{ ok: true, correlation: { incidents: [] } }]);
  });
});

describe('a worker that ends', () => {
  const crashOnce = ({ workers }: Rig, at: string): void => {
    workers.beforeCall = ({ name }, worker) => {
      if (worker === 0 && name === at) throw new Error('crashed');
    };
  };

  it.each(['take', 'correlate', 'more'] as const)(
    'when asked to %s, is replaced by one that is told all',
    async (at) => {
      const rig = aRig();
      crashOnce(rig, at);
      // Enough incidents for several parts.
      const many = Array.from({ length: 500 }, (_, n) => anAttack(n)).flat();
      const { incidents } = (await found(rig, many)).correlation;
      expect(incidents).toHaveLength(500);
      expect(incidents).toEqual(correlate(many).incidents);
      expect(new Set(rig.workers.toldTo(1)).size).toBe(many.length);
    },
  );

  it('twice, leaves the work to this thread', async () => {
    const rig = aRig();
    rig.workers.beforeCall = () => {
      throw new Error('crashed');
    };
    expect((await found(rig, attackStory())).correlation).toEqual(correlate(attackStory()));
    expect(rig.workers.asked).toHaveLength(2);
  });

  it('for want of memory is a failure: in this thread it would take others along', async () => {
    const rig = aRig(new ScriptedCorrelator());
    rig.workers.beforeCall = () => {
      throw new Error('outOfMemory');
    };
    expect(await run(rig, attackStory())).toEqual({ ok: false });
    rig.workers.beforeCall = () => undefined;
    expect((await found(rig, attackStory())).correlation).toEqual(correlate(attackStory()));
  });

  it('between two runs, has no more answers, and is replaced by the next', async () => {
    const rig = aRig();
    const { explanations } = await found(rig, attackStory());
    crashOnce(rig, 'whyAlone');
    expect(await explanations.whyAlone('x')).toBeUndefined();
    expect((await found(rig, attackStory())).correlation).toEqual(correlate(attackStory()));
    expect(rig.workers.asked).toHaveLength(2);
  });

  it('because all is to be forgotten, is not replaced before it is needed', async () => {
    const rig = aRig();
    await found(rig, attackStory());
    rig.correlator.reset();
    expect([rig.workers.terminated, rig.workers.asked.length]).toEqual([1, 1]);
    await found(rig, attackStory());
    expect(new Set(rig.workers.toldTo(1)).size).toBe(attackStory().length);
  });
});

it('a worker that could not keep to what changes has correlated all, and the log says so', async () => {
  const logged: string[] = [];
  const workers = new WorkersInThisThread();
  const log = { info: () => undefined, warn: (event: string) => logged.push(event) };
  const parts = { ids, pauses, log, fallback: new ScriptedCorrelator() };
  const rig = { correlator: new WorkerCorrelator({ ...parts, startWorker: workers.start }), workers };
  vi.spyOn(IncrementalCorrelation.prototype, 'hold').mockImplementation(() => {
    throw new Error('no');
  });
  try {
    expect((await found(rig, attackStory())).correlation).toEqual(correlate(attackStory()));
    expect((await found(rig, attackStory())).correlation).toEqual(correlate(attackStory()));
  } finally {
    vi.restoreAllMocks();
  }
  expect(logged).toEqual(['correlation.updateFailed']);
});

it('an engine that fails on these alerts is a failure, not an empty list', async () => {
  const rig = aRig(new ScriptedCorrelator());
  const broken = { ...anAlert({ called: 'x' }), tactics: undefined } as unknown as Alert;
  expect(await run(rig, [...attackStory(), broken])).toEqual({ ok: false });
  expect((await found(rig, attackStory())).correlation).toEqual(correlate(attackStory()));
});

/** Two alerts of one attacker, in an environment of their own. */
function anAttack(n: number): readonly Alert[] {
  const where = {
    entities: [anAddress(`203.0.${String(n >> 8)}.${String(n & 255)}`)],
    on: [virtualMachine(`vm-${String(n)}`)],
  };
  return ['Probe', 'Entry'].map((alertType, step) =>
    at(noon + n * minute + step * hour, `${alertType}-${String(n)}`, { alertType, ...where }),
  );
}
