import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSkippedRow, mapAlert } from '../../../../src/azure/mapAlert.ts';
import { azureResourceIds } from '../../../../src/domain/alert.ts';
import type { LabelledRow } from '../row.ts';
import { conditionNames } from './conditions.ts';
import { detectorNamed } from './detector.ts';
import type { GenerateOptions } from './generate.ts';
import { generate, templateSets } from './generate.ts';
import { tiers } from './habits.ts';

const world = (change: Partial<GenerateOptions> = {}): GenerateOptions => ({
  seed: 4,
  tier: 'normal',
  alerts: 3000,
  templates: 'tuning',
  ...change,
});

const hash = (rows: Iterable<LabelledRow>): string =>
  [...rows].reduce((sum, row) => sum.update(JSON.stringify(row)), createHash('sha256')).digest('hex');

const onlyId = (ids: unknown): unknown => (Array.isArray(ids) && ids.length === 1 ? ids[0] : undefined);

const rows = [...generate(world())];

describe('the generator', () => {
  it('gives the same rows for the same seed, and others for another', () => {
    const options = world({ alerts: 300 });
    expect(hash(generate(options))).toBe(hash(generate(options)));
    expect(hash(generate(options))).not.toBe(hash(generate(world({ alerts: 300, seed: 2 }))));
  });

  it.each(conditionNames)('makes campaigns under the condition %s', (condition) => {
    const made = [...generate(world({ condition, alerts: 2000 }))];
    expect(made.some(({ campaign }) => campaign !== undefined)).toBe(true);
    expect(made.some(({ campaign }) => campaign === undefined)).toBe(true);
  });

  it('lets no two campaigns go alike where every attack is unique', () => {
    const made = [...generate(world({ condition: 'unique' }))];
    const templates = [...new Set(made.map(({ campaign }) => campaign))].flatMap((name) => name?.split(' ')[0] ?? []);
    expect(templates.length).toBeGreaterThan(20);
    expect(new Set(templates).size).toBeGreaterThan(0.9 * templates.length);
  });

  it.each(tiers)('writes rows of tier %s that the product reads without a loss', (tier) => {
    for (const { row } of generate(world({ tier, alerts: 500 }))) {
      const alert = mapAlert(row, { subscriptionId: '' });
      if (isSkippedRow(alert)) throw new Error(alert.reason);
      expect([alert.unreadable, alert.unrecognized, alert.additional]).toEqual([undefined, undefined, undefined]);
      expect(azureResourceIds(alert).length).toBeGreaterThan(0);
    }
  });

  it('writes rows of the weight of real ones', () => {
    const mean = JSON.stringify(rows.map(({ row }) => row)).length / rows.length;
    expect(mean).toBeGreaterThan(3000);
    expect(mean).toBeLessThan(4500);
  });

  it('delivers as many rows as asked for, in the order of their delivery', () => {
    expect(rows).toHaveLength(world().alerts);
    const seen = new Set<string>();
    // A repeated delivery carries the time of the first.
    const first = rows.filter(({ row }) => !seen.has(row.name) && seen.add(row.name));
    const times = first.map(({ row }) => row.properties.processingEndTimeUtc);
    expect(times).toEqual([...times].sort());
    expect(first.length).toBeLessThan(rows.length);
  });

  it('names alerts so that the newest sorts first', () => {
    const all = rows.map(({ row }) => row);
    const byName = [...all].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ properties }) => properties.startTimeUtc);
    expect(byName).toEqual([...byName].sort().reverse());
  });

  it('has no entity reference that leads nowhere', () => {
    for (const { row } of rows.slice(0, 500)) {
      const { entities, resourceIdentifiers } = row.properties;
      const ids = new Set([...entities, ...resourceIdentifiers].map((each) => each['$id']));
      const refs = [...JSON.stringify(entities).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref);
      expect(refs.filter((ref) => !ids.has(ref))).toEqual([]);
    }
  });

  it('tells campaigns of many sizes, and benign alerts of the same detectors', () => {
    const alerts = rows.filter(({ row }) => !row.properties.isIncident);
    const byCampaign = Map.groupBy(alerts, ({ campaign }) => campaign);
    const benign = new Set(byCampaign.get(undefined)?.map(({ row }) => row.properties.alertType));
    byCampaign.delete(undefined);
    const sizes = [...byCampaign.values()].map(({ length }) => length);
    expect(Math.min(...sizes)).toBeLessThanOrEqual(2);
    expect(Math.max(...sizes)).toBeGreaterThan(20);
    const attacks = [...byCampaign.values()].flat().map(({ row }) => row.properties.alertType);
    expect(attacks.filter((type) => !benign.has(type))).toEqual([]);
  });

  it("writes the service's incidents with members of the list, most of them of one campaign", () => {
    const campaigns = new Map<unknown, string | undefined>(rows.map(({ row, campaign }) => [row.name, campaign]));
    const incidents = rows.filter(({ row }) => row.properties.isIncident);
    const isRight = incidents.flatMap(({ row, campaign }) =>
      row.properties.entities.map(({ systemAlertIds }) => campaigns.get(onlyId(systemAlertIds)) === campaign),
    );
    const rightly = isRight.filter(Boolean).length / isRight.length;
    expect(incidents.length).toBeGreaterThan(5);
    expect(rightly).toBeGreaterThan(0.85);
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
