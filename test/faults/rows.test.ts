import { describe, expect } from 'vitest';
import { alertTime } from '../../src/domain/alert.ts';
import { strangeDates } from '../arm-server/named/rows.ts';
import { treeOf } from '../bench/filledStore.ts';
import { faultTrials } from './trial.ts';

const { survives } = faultTrials();

describe('strange words in good rows', () => {
  survives(
    'a date that is none makes an unknown time, and loses no alert',
    { fault: 'F32', outcome: 'healed', requests: 2 },
    ({ snapshot, product }) => {
      expect(snapshot.alerts).toHaveLength(250);
      const times = snapshot.alerts.slice(0, strangeDates.length).map(alertTime);
      expect(times.filter((time) => time === undefined).length).toBeGreaterThanOrEqual(4);
      expect(times.every((time) => time === undefined || Number.isFinite(time))).toBe(true);
      expect(rowsOf(product.store).join('\n')).toContain('unknown time');
    },
  );

  survives(
    'an unknown severity or status is shown as it came, and sorts above Low',
    { fault: 'F33', outcome: 'healed', requests: 2 },
    ({ snapshot, product }) => {
      expect(snapshot.alerts).toHaveLength(250);
      const [critical, , seven] = snapshot.alerts;
      expect(critical).toMatchObject({ severity: 'Unknown', unrecognized: { severity: 'Critical' } });
      expect(seven?.severity).toBe('Unknown');
      expect(snapshot.alerts.some(({ unrecognized }) => unrecognized?.status === 'Weird')).toBe(true);
      const groups = rowsOf(product.store).filter((label) =>
        /^(High|Medium|Low|Informational|Unknown severity)$/.test(label),
      );
      expect(groups.indexOf('Unknown severity')).toBeGreaterThanOrEqual(0);
      if (groups.includes('Low')) expect(groups.indexOf('Unknown severity')).toBeLessThan(groups.indexOf('Low'));
    },
  );
});

/** Labels and descriptions of every row down to the alerts. */
function rowsOf(store: Parameters<typeof treeOf>[0]): readonly string[] {
  const tree = treeOf(store);
  const below = (nodes: ReturnType<typeof tree.roots>): readonly string[] =>
    nodes.flatMap((node) => {
      const { label, description } = tree.describe(node);
      return [label, description, ...below(tree.children(node))];
    });
  return below(tree.roots());
}
