import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isSampleAlert, sampleBundles } from '../../../src/domain/suppression/sampleBundle.ts';

it('the bundles are those of the service’s description, and its samples are known by their types', () => {
  const file = new URL('../../../../shared/data/recordings/simulate_bundles_2022-11.json', import.meta.url);
  const { bundles } = JSON.parse(readFileSync(file, 'utf8')) as { bundles: Record<string, string[]> };
  expect(new Set(Object.keys(bundles))).toEqual(new Set(sampleBundles));
  for (const alertType of Object.values(bundles).flat()) expect(isSampleAlert({ alertType })).toBe(true);
  expect(isSampleAlert({ alertType: 'VM_SIMULATED_X' })).toBe(false);
});
