import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mapAlert } from '../../../../src/azure/mapAlert.ts';
import type { Alert } from '../../../../src/domain/alert.ts';
import type { Json } from '../../../../src/domain/json.ts';
import { fillCommand } from '../../../../src/domain/remediation/commands/fillCommand.ts';
import { resolveRunbook } from '../../../../src/domain/remediation/runbooks/resolveRunbook.ts';

const recording = '../shared/data/recordings/list_2022-01-01_page1.json';

function recordedAlerts(): readonly Alert[] {
  const { value } = JSON.parse(readFileSync(recording, 'utf8')) as { readonly value: readonly Json[] };
  return value
    .map((row) => mapAlert(row, { subscriptionId: '00000000-0000-0000-0000-000000000000' }))
    .filter((alert) => 'key' in alert);
}

/** Checks that are too strict would refuse what Azure really sends; nobody would notice but those in need. */
describe.skipIf(!existsSync(recording))('recorded alerts (skipped where ../shared is absent)', () => {
  it('fill commands, and what is refused are the placeholders of samples', () => {
    const outcomes = new Map<string, number>();
    const refused = new Set<string>();
    for (const alert of recordedAlerts()) {
      const { steps } = resolveRunbook(alert.alertType, { displayName: alert.displayName }).runbook;
      for (const { command } of steps) {
        if (command === undefined) continue;
        const filling = fillCommand(command, alert, { kubeconfigFolder: '/clusters' });
        outcomes.set(filling.kind, (outcomes.get(filling.kind) ?? 0) + 1);
        if (filling.kind === 'refused') refused.add(`${filling.parameter}: ${filling.why} (${sampled(alert)})`);
      }
    }
    console.log(`commands of recorded alerts: ${JSON.stringify([...outcomes])}; refused: ${[...refused].join(', ')}`);
    expect(outcomes.get('filled')).toBeGreaterThan(200);
    expect([...refused].filter((line) => !line.includes('(sample)'))).toEqual([]);
  });
});

function sampled({ alertType }: Alert): string {
  return alertType.startsWith('SIMULATED_') ? 'sample' : 'real';
}
