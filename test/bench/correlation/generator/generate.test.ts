import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSkippedRow, mapAlert } from '../../../../src/azure/mapAlert.ts';
import { azureResourceIds } from '../../../../src/domain/alert.ts';
import type { LabelledRow } from '../row.ts';
import { detectorNamed } from './detector.ts';
import type { GenerateOptions } from './generate.ts';
import { generate, templateSets } from './generate.ts';
import { tiers } from './habits.ts';

const world = (change: Partial<GenerateOptions> = {}): GenerateOptions => ({
  seed: 1,
  tier: 'normal',
  alerts: 1500,
  templates: 'tuning',
  ...change,
});

const hash = (rows: Iterable<LabelledRow>): string =>
  [...rows].reduce((sum, row) => sum.update(JSON.stringify(row)), createHash('sha256')).digest('hex');

describe('the generator', () => {
  it('gives the same rows for the same seed, and others for another', () => {
    const options = world({ alerts: 300 });
    expect(hash(generate(options))).toBe(hash(generate(options)));
    expect(hash(generate(options))).not.toBe(hash(generate(world({ alerts: 300, seed: 2 }))));
  });

  it.each(tiers)('writes rows of tier %s that the product reads without a loss', (tier) => {
    for (const { row } of generate(world({ tier }))) {
      const alert = mapAlert(row, { subscriptionId: '' });
      if (isSkippedRow(alert)) throw new Error(alert.reason);
      expect(alert.unreadable).toBeUndefined();
      expect(alert.unrecognized).toBeUndefined();
      expect(alert.additional).toBeUndefined();
      expect(azureResourceIds(alert).length).toBeGreaterThan(0);
    }
  });

  it('writes rows of the weight of real ones', () => {
    const rows = [...generate(world())];
    const mean = rows.reduce((sum, { row }) => sum + JSON.stringify(row).length, 0) / rows.length;
    expect(mean).toBeGreaterThan(3000);
    expect(mean).toBeLessThan(4500);
  });

  it('delivers as many rows as asked for, in the order of their delivery', () => {
    const rows = [...generate(world())].map(({ row }) => row.properties);
    expect(rows).toHaveLength(1500);
    // Repeated deliveries keep their first time.
    const seen = new Set<string>();
    const first = rows.filter(({ systemAlertId }) => !seen.has(systemAlertId) && seen.add(systemAlertId));
    const times = first.map(({ processingEndTimeUtc }) => processingEndTimeUtc);
    expect(times).toEqual([...times].sort());
  });

  it('names alerts so that the newest sorts first', () => {
    const rows = [...generate(world({ alerts: 200 }))].map(({ row }) => row);
    const byName = [...rows]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ properties }) => properties.startTimeUtc);
    expect(byName).toEqual([...byName].sort().reverse());
  });

  it('has no entity reference that leads nowhere', () => {
    for (const { row } of generate(world({ alerts: 400 }))) {
      const { entities, resourceIdentifiers } = row.properties;
      const ids = new Set([...entities, ...resourceIdentifiers].map((each) => each['$id']));
      const refs = [...JSON.stringify(entities).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref);
      expect(refs.filter((ref) => !ids.has(ref))).toEqual([]);
    }
  });

  it('tells campaigns of many sizes, and benign alerts of the same detectors', () => {
    const rows = [...generate(world({ alerts: 5000 }))].filter(({ row }) => !row.properties.isIncident);
    const sizes = [...Map.groupBy(rows, ({ campaign }) => campaign)].flatMap(([name, all]) =>
      name ? [all.length] : [],
    );
    expect(Math.min(...sizes)).toBeLessThanOrEqual(2);
    expect(Math.max(...sizes)).toBeGreaterThan(20);
    const types = (isBenign: boolean): Set<string> =>
      new Set(
        rows.flatMap(({ row, campaign }) => ((campaign === undefined) === isBenign ? [row.properties.alertType] : [])),
      );
    expect([...types(false)].filter((type) => !types(true).has(type))).toEqual([]);
  });

  it("writes the service's incidents with members of the list, most of them of one campaign", () => {
    const rows = [...generate(world({ alerts: 5000, seed: 3 }))];
    const campaigns = new Map(rows.map(({ row, campaign }) => [row.name, campaign]));
    const incidents = rows.filter(({ row }) => row.properties.isIncident);
    const members = incidents.flatMap(({ row, campaign }) =>
      row.properties.entities
        .flatMap(({ systemAlertIds }) => systemAlertIds as string[])
        .map((id) => [id, campaign] as const),
    );
    const rightly = members.filter(([id, campaign]) => campaigns.get(id) === campaign).length / members.length;
    expect(incidents.length).toBeGreaterThan(5);
    expect(rightly).toBeGreaterThan(0.9);
    expect(rightly).toBeLessThan(1);
  });
});

describe('templates', () => {
  it('are at least 24, and none is in both sets', () => {
    const names = Object.values(templateSets).flatMap((templates) => templates.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(24);
    const steps = (set: GenerateOptions['templates']): string[] =>
      templateSets[set].map((template) =>
        template.steps
          .flatMap(({ fire }) => fire)
          .sort()
          .join(),
      );
    expect(steps('tuning').filter((each) => steps('test').includes(each))).toEqual([]);
  });

  it('name detectors that exist', () => {
    for (const { steps } of Object.values(templateSets).flat()) {
      for (const type of steps.flatMap(({ fire }) => fire)) expect(detectorNamed(type).alertType).toBe(type);
    }
  });
});
