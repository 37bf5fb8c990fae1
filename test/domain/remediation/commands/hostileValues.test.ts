import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandTemplate } from '../../../../src/domain/remediation/commands/commandTemplate.ts';
import { fillCommand } from '../../../../src/domain/remediation/commands/fillCommand.ts';
import { parameters } from '../../../../src/domain/remediation/commands/parameters.ts';
import { objectionTo, type ParameterType } from '../../../../src/domain/remediation/commands/parameterType.ts';
import { placeholdersIn } from '../../../../src/domain/remediation/commands/placeholders.ts';
import { allRunbooks } from '../../../../src/domain/remediation/runbooks/allRunbooks.ts';
import { anAlert } from '../../../builders/alert.ts';
import { everyParameter } from '../../../builders/everyParameter.ts';
import { aHostileAlert } from '../../../builders/hostileAlert.ts';
import { hostileValues } from '../../../builders/hostileValues.ts';
import { sharedSteps } from '../../../builders/sharedSteps.ts';

/** What a value may consist of at all, whatever its type: no shell, and not the Azure CLI, reads any of it as its own. */
const harmless = /^[A-Za-z0-9/:_][A-Za-z0-9_.:/@#+-]*$/;

const context = { given: everyParameter, kubeconfigFolder: '/clusters', graphEndpoint: 'https://graph.example' };
const alert = anAlert({ on: [] });

/** Each command once: many runbooks share a step. */
const templates: readonly CommandTemplate[] = [
  ...new Map(
    [...allRunbooks, { steps: sharedSteps }]
      .flatMap(({ steps }) => steps.flatMap(({ command, undo, whatIf }) => [command, undo, whatIf]))
      .flatMap((template) => (template === undefined ? [] : [[JSON.stringify(template.args), template] as const])),
  ).values(),
];

function argsOf(template: CommandTemplate, given: Readonly<Record<string, string>>): readonly string[] | undefined {
  const filling = fillCommand(template, alert, { ...context, given });
  return filling.kind === 'filled' ? filling.command.args : undefined;
}

it('there are more than ten thousand hostile values', () => {
  expect(new Set(hostileValues).size).toBeGreaterThan(10_000);
});

describe('a hostile value', () => {
  it('of whatever type is refused, or holds nothing that could do harm', () => {
    let refused = 0;
    for (const { name, type } of parameters.values()) {
      for (const value of hostileValues) {
        if (objectionTo(type, value) !== undefined) refused += 1;
        else if (!harmless.test(value)) expect.fail(`${name}: ${JSON.stringify(value)}`);
      }
    }
    const tried = parameters.size * hostileValues.length;
    console.log(
      `${refused} of ${tried} hostile values refused; the rest are harmless words (${parameters.size} parameters)`,
    );
    expect(refused).toBeGreaterThan(tried * 0.9);
  });

  it('in any parameter is refused by name, or stands in its one argument exactly', () => {
    // One parameter for each type: what is done with a value depends on nothing else.
    const ofEachType = new Map([...parameters.values()].map(({ name, type }) => [type, name]));
    for (const name of ofEachType.values()) {
      const template: CommandTemplate = { tool: 'az', args: ['x', `--value={${name}}`, '--end'] };
      const before = argsOf(template, everyParameter);
      for (const value of hostileValues) {
        const filling = fillCommand(template, alert, { ...context, given: { ...everyParameter, [name]: value } });
        if (filling.kind !== 'filled') {
          if (!parameters.has(filling.parameter) || filling.kind !== 'refused') expect.fail(`${name}: ${filling.kind}`);
          continue;
        }
        const { args } = filling.command;
        const exact = args[1] === `--value=${value}` || args[1] === before?.[1];
        if (args.length !== before?.length || !exact) expect.fail(`${name}: ${JSON.stringify(args)}`);
      }
    }
  });

  it('adds no argument to any command of any runbook, and takes none away', () => {
    const few = hostileValues.filter((_, index) => index % 97 === 0);
    for (const template of templates) {
      const before = argsOf(template, everyParameter);
      for (const name of template.args.flatMap(placeholdersIn)) {
        for (const value of few) {
          const args = argsOf(template, { ...everyParameter, [name]: value });
          if (args !== undefined && args.length !== before?.length) expect.fail(JSON.stringify(args));
        }
      }
    }
  });

  it('in every field of an alert fills no command with anything but harmless values', () => {
    for (const value of hostileValues.filter((_, index) => index % 11 === 0)) {
      const hostile = aHostileAlert(value);
      for (const { name } of parameters.values()) {
        const filling = fillCommand({ tool: 'az', args: ['x', `--value={${name}}`] }, hostile);
        if (filling.kind !== 'filled') continue;
        const filled = filling.command.args[1]?.slice('--value='.length) ?? '';
        if (!harmless.test(filled)) expect.fail(`${name}: ${JSON.stringify(filled)}`);
      }
    }
  });

  it('of any other making is no different', () => {
    const types = [...new Set([...parameters.values()].map(({ type }) => type))];
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.ipV6(), fc.webUrl()), (value) =>
        types.every((type) => objectionTo(type, value) !== undefined || harmless.test(value)),
      ),
      { numRuns: 2000 },
    );
  });
});

it('no type takes long over a long value', () => {
  const types = new Set([...parameters.values()].map(({ type }) => type));
  for (const type of types) {
    for (const unit of ['a', 'a.', 'a-', '0', '::', '/a', 'A1_', '.']) {
      const times = [1, 2, 3].map(() => millisecondsOf(type, unit));
      // The best of three: what another process takes meanwhile is not the type's doing.
      expect(Math.min(...times), `${type} over ${unit}`).toBeLessThan(1_000);
    }
  }
});

function millisecondsOf(type: ParameterType, unit: string): number {
  const started = performance.now();
  for (const length of [250, 1_000, 100_000]) objectionTo(type, `${unit.repeat(length)}!`);
  return performance.now() - started;
}
