import { describe, expect, it } from 'vitest';
import type { AzureResult } from '../../../../src/domain/azureFailure.ts';
import type { AlertListing } from '../../../../src/services/ports.ts';
import { raiseSamples } from '../../../../src/services/response/suppression/raiseSamples.ts';
import { anAlert } from '../../../builders/alert.ts';
import { aListing, aSubscription } from '../../../builders/storeState.ts';

const offline = { ok: false, failure: { kind: 'offline' } } as const;
const accepted = { ok: true, value: undefined } as const;
const listed = (...names: string[]): AzureResult<AlertListing> => {
  const samples = names.map((called) => anAlert({ called, alertType: 'SIMULATED_X' }));
  return { ok: true, value: aListing([anAlert({ called: 'real' }), ...samples]) };
};

/** Raises samples against a list that changes with each look; the last one stays. */
async function raise(
  looks: readonly AzureResult<AlertListing>[],
  asked: AzureResult<undefined> = accepted,
  stopAfter = Infinity,
) {
  const controller = new AbortController();
  const told: number[] = [];
  const waits: number[] = [];
  let look = 0;
  let simulated = 0;
  const outcome = await raiseSamples({
    gateway: {
      listAlerts: () => Promise.resolve(looks[Math.min(look++, looks.length - 1)]!),
      simulateAlerts: () => {
        simulated += 1;
        return Promise.resolve(asked);
      },
    },
    subscription: aSubscription(),
    bundles: ['DNS'],
    cancellation: controller.signal,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      if (waits.length === stopAfter) controller.abort();
      return Promise.resolve();
    },
    onProgress: (alerts) => told.push(alerts),
  });
  return { outcome, told, waits, simulated };
}

describe('sample alerts', () => {
  it('have arrived when they are in the list and no more come; earlier ones are not counted', async () => {
    const { outcome, told } = await raise([listed('old'), listed('old'), listed('old', 'a'), listed('old', 'a', 'b')]);
    expect(outcome).toEqual({ kind: 'arrived', alerts: 2 });
    expect(told).toEqual([0, 0, 1, 2]);
  });

  it('are not asked for where the list cannot be read, and are asked for once', async () => {
    expect(await raise([offline])).toMatchObject({ outcome: { kind: 'failed' }, simulated: 0 });
    expect(await raise([listed()], offline)).toMatchObject({ outcome: { kind: 'failed' }, simulated: 1 });
    expect(await raise([listed(), listed('a')])).toMatchObject({ simulated: 1 });
  });

  it('are waited for through looks that fail, and not for ever', async () => {
    const { outcome } = await raise([listed(), offline, offline, offline, listed('a'), listed('a')]);
    expect(outcome).toEqual({ kind: 'arrived', alerts: 1 });
    const failing = await raise([listed(), offline]);
    expect(failing).toMatchObject({ outcome: { kind: 'notSeen', alerts: 0 } });
    expect(failing.waits.length).toBe(4);
    const never = await raise([listed()]);
    expect(never.outcome).toEqual({ kind: 'notSeen', alerts: 0 });
    expect(never.waits.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(30 * 60_000);
  });

  it('are no longer waited for when the person says so', async () => {
    const { outcome, waits } = await raise([listed(), listed('a'), listed('a', 'b')], accepted, 2);
    expect(outcome).toEqual({ kind: 'notSeen', alerts: 1 });
    expect(waits.length).toBe(2);
  });
});
