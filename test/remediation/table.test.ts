import { mkdir, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parameters } from '../../src/domain/remediation/commands/parameters.ts';
import { objectionTo } from '../../src/domain/remediation/commands/parameterType.ts';
import { allRunbooks } from '../../src/domain/remediation/runbooks/allRunbooks.ts';
import { resolveRunbook } from '../../src/domain/remediation/runbooks/resolveRunbook.ts';
import publishedTypes from '../builders/alertTypes.json' with { type: 'json' };
import { hostileValues } from '../builders/hostileValues.ts';
import { templates } from './runbookTemplates.ts';

const results = new URL('../../test-results/', import.meta.url);

/** Rows of "Runbooks in figures", as they are when the tests run. */
function rows(): readonly (readonly [what: string, figure: string])[] {
  const types = [...new Set(Object.values(publishedTypes).flat())];
  const specific = types.filter((type) => resolveRunbook(type).specific).length;
  const steps = allRunbooks.flatMap((runbook) => runbook.steps);
  const ofTool = (tool: string): number =>
    new Set(templates.filter(({ template }) => template.tool === tool).map(argsOf)).size;
  const tried = parameters.size * hostileValues.length;
  return [
    ['runbooks', String(allRunbooks.length)],
    [
      'published alert types with a specific runbook',
      `${specific} of ${types.length} (${percent(specific, types.length)})`,
    ],
    ['steps', String(steps.length)],
    ['steps with a command, an undo, a verification', counts(steps)],
    ['different az commands put to the parser of the Azure CLI', String(ofTool('az'))],
    ['different kubectl commands put to kubectl', String(ofTool('kubectl'))],
    ['parameters', String(parameters.size)],
    ['hostile values', String(hostileValues.length)],
    ['hostile values refused, in all parameters', `${refusals()} of ${tried}; the rest are harmless words`],
  ];
}

function argsOf({ template }: (typeof templates)[number]): string {
  return JSON.stringify(template.args);
}

function counts(steps: (typeof allRunbooks)[number]['steps']): string {
  const having = (key: 'command' | 'undo' | 'verify'): number => steps.filter((step) => step[key] !== undefined).length;
  return `${having('command')}, ${having('undo')}, ${having('verify')}`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)}%`;
}

function refusals(): number {
  let refused = 0;
  for (const { type } of parameters.values()) {
    for (const value of hostileValues) if (objectionTo(type, value) !== undefined) refused += 1;
  }
  return refused;
}

it('the figures of the runbooks are written down in test-results/runbooks.md', async () => {
  const table = [
    '| runbooks in figures | |',
    '| --- | --- |',
    ...rows().map(([what, figure]) => `| ${what} | ${figure} |`),
  ];
  await mkdir(results, { recursive: true });
  await writeFile(new URL('runbooks.md', results), `${table.join('\n')}\n`);
  expect(table).toHaveLength(11);
});
