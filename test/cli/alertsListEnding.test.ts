import { once } from 'node:events';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../arm-server/scenario/scenario.ts';
import { ferries, fjord, nordlicht } from '../arm-server/scenario/threeTenants.ts';
import { type AlertsProgram, lastLineOf, rowsOf, startAlertsProgram } from './alertsProgram.ts';
import { type BuiltProgram, buildProgram } from './builtProgram.ts';

const slow = '9c2e71b0-4d58-4a36-8f17-b3e5a0d64008';

/** One subscription answers at once with 400 alerts, the other after so long. */
function withSlow(milliseconds: number): Scenario {
  const quick = { subscriptionId: ferries, displayName: 'Quick', alerts: 400 };
  const late = {
    subscriptionId: slow,
    displayName: 'Slow',
    alerts: 3,
    trouble: { kind: 'slow', milliseconds },
  } as const;
  return {
    tenants: [
      { tenantId: nordlicht, displayName: 'Home', subscriptions: [late] },
      { tenantId: fjord, displayName: 'Away', subscriptions: [quick] },
    ],
  };
}

let built: BuiltProgram;
let azure: AlertsProgram;

beforeAll(async () => {
  built = await buildProgram();
});
afterEach(() => azure.close());
afterAll(() => built.remove());

describe('alerts list, with one subscription that is slow', () => {
  it('prints the others meanwhile', async () => {
    azure = await startAlertsProgram(built, { scenario: withSlow(1_500) });
    let firstRowAt = 0;
    const began = performance.now();
    const outcome = await azure.list([], {
      onStart: (child) => child.stdout.once('data', () => (firstRowAt = performance.now())),
    });
    const endedAt = performance.now();
    expect(outcome.code).toBe(0);
    expect(rowsOf(outcome)).toHaveLength(403);
    expect(endedAt - began).toBeGreaterThan(1_500);
    // On a busy machine the first ones come late as well; waiting for the slow one would leave nothing of the second.
    expect(endedAt - firstRowAt).toBeGreaterThan(300);
  });

  it('ends within a second of Ctrl-C, with whole lines and what was left out', async () => {
    azure = await startAlertsProgram(built, { scenario: withSlow(60_000) });
    const { outcome, milliseconds } = await interrupted(azure, []);
    expect(outcome.code).toBe(130);
    expect(milliseconds).toBeLessThan(1_000);
    expect(rowsOf(outcome)).toHaveLength(400);
    expect(outcome.complaints).not.toContain(slow);
    expect(lastLineOf(outcome)).toMatch(
      /^interrupted: partial: 400 alerts of 1 subscription, 1 subscription could not be read/,
    );
  });

  it('closes its document even then', async () => {
    azure = await startAlertsProgram(built, { scenario: withSlow(60_000) });
    const { outcome } = await interrupted(azure, ['--format', 'json']);
    expect(JSON.parse(outcome.output)).toMatchObject({
      value: { length: 400 },
      subscriptions: [
        { subscriptionId: ferries, result: 'ok' },
        { subscriptionId: slow, result: 'cancelled' },
      ],
    });
  });

  it('ends when the time that it was given is over', async () => {
    azure = await startAlertsProgram(built, { scenario: withSlow(60_000) });
    const outcome = await azure.list(['--timeout', '1.5']);
    expect(outcome.code).toBe(3);
    expect(lastLineOf(outcome)).toMatch(/^timed out: partial: 400 alerts of 1 subscription/);
  });

  it('ends quietly when the reader of its output goes away, without waiting for what nobody reads', async () => {
    azure = await startAlertsProgram(built, { scenario: withSlow(60_000) });
    const outcome = await azure.list([], { leaves: true });
    expect(outcome.code).toBe(0);
    expect(outcome.complaints).not.toMatch(/EPIPE|Error|partial/);
  });
});

/** Presses Ctrl-C once rows have arrived; `milliseconds` from there to the end. */
async function interrupted(program: AlertsProgram, words: readonly string[]) {
  let pressedAt = 0;
  const press = async (child: ChildProcessWithoutNullStreams): Promise<void> => {
    await once(child.stderr, 'data');
    await new Promise((resolve) => setTimeout(resolve, 300));
    pressedAt = performance.now();
    child.kill('SIGINT');
  };
  const outcome = await program.list(words, { onStart: (child) => void press(child) });
  return { outcome, milliseconds: performance.now() - pressedAt };
}
