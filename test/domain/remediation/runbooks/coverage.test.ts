import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planOfType } from '../../../../src/domain/remediation/runbooks/planOfType.ts';
import { resolveRunbook } from '../../../../src/domain/remediation/runbooks/resolveRunbook.ts';
import type { AlertPlan } from '../../../../src/domain/remediation/runbooks/runbook.ts';
import publishedTypes from '../../../builders/alertTypes.json' with { type: 'json' };

/** Shares that must be reached, of all. Types that are published later may wait a while for their runbook. */
const leastTypes = 0.95;
const leastNames = 0.95;

interface Answer {
  readonly called: string;
  readonly specific: boolean;
}

/** Types that Microsoft publishes (June 2026) and has not deprecated, by plan; a type of two plans counts once. */
const types: readonly (readonly [type: string, plan: AlertPlan])[] = [
  ...new Map(
    Object.entries(publishedTypes).flatMap(([plan, ids]) => ids.map((id) => [id, plan as AlertPlan] as const)),
  ),
];

function shareOf(answers: readonly Answer[]): number {
  return answers.filter(({ specific }) => specific).length / answers.length;
}

function report(what: string, answers: readonly Answer[]): void {
  const open = answers.filter(({ specific }) => !specific).map(({ called }) => called);
  console.log(
    `${answers.length - open.length} of ${answers.length} ${what} have a specific runbook; without: ${open.join(', ')}`,
  );
}

it('published alert types resolve to a specific runbook', () => {
  const answers = types.map(([type, plan]) => ({ called: type, specific: resolveRunbook(type, { plan }).specific }));
  report('published alert types', answers);
  expect(shareOf(answers)).toBeGreaterThanOrEqual(leastTypes);
});

it('a type tells its plan, so that what is left resolves to the general runbook of that plan', () => {
  const told = types.filter(([type]) => planOfType(type) !== undefined);
  expect(told.length).toBeGreaterThanOrEqual(types.length - 1);
});

const catalogue = '../shared/data/catalogue/alert-types.json';

interface CatalogueEntry {
  readonly plan: AlertPlan;
  readonly alertTypes: readonly string[];
  readonly displayName: string;
  readonly deprecated: boolean;
}

/** Most alerts on machines are published without their type; in them the display name is what tells the family. */
describe.skipIf(!existsSync(catalogue))(
  'alerts that are published without a type (skipped where ../shared is absent)',
  () => {
    it('resolve to a specific runbook by their name', () => {
      const entries = JSON.parse(readFileSync(catalogue, 'utf8')) as readonly CatalogueEntry[];
      const nameless = entries.filter(({ deprecated, alertTypes }) => !deprecated && alertTypes.length === 0);
      const answers = nameless.map(({ plan, displayName }) => ({
        called: displayName,
        specific: resolveRunbook('Unknown', { plan, displayName }).specific,
      }));
      report('alerts without a published type', answers);
      expect(shareOf(answers)).toBeGreaterThanOrEqual(leastNames);
    });
  },
);
