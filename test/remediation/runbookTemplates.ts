import type { CommandTemplate } from '../../src/domain/remediation/commands/commandTemplate.ts';
import { fillCommand } from '../../src/domain/remediation/commands/fillCommand.ts';
import { allRunbooks } from '../../src/domain/remediation/runbooks/allRunbooks.ts';
import { anAlert } from '../builders/alert.ts';
import { everyParameter } from '../builders/everyParameter.ts';
import { sharedSteps } from '../builders/sharedSteps.ts';

export interface NamedTemplate {
  readonly where: string;
  readonly template: CommandTemplate;
}

/** Every command of every runbook, and of the steps that runbooks may share. */
export const templates: readonly NamedTemplate[] = [...allRunbooks, { id: 'shared', steps: sharedSteps }].flatMap(
  ({ id, steps }) =>
    steps.flatMap((step) =>
      (['command', 'undo', 'whatIf'] as const).flatMap((role) => {
        const template = step[role];
        return template === undefined ? [] : [{ where: `${id}/${step.id} (${role})`, template }];
      }),
    ),
);

/** The arguments of a command with sound values; throws where it cannot be filled. */
export function filledArgs({ where, template }: NamedTemplate): readonly string[] {
  const context = { given: everyParameter, kubeconfigFolder: '/clusters', graphEndpoint: 'https://graph.example' };
  const filling = fillCommand(template, anAlert({ on: [] }), context);
  if (filling.kind !== 'filled') throw new Error(`${where} cannot be filled: ${JSON.stringify(filling)}`);
  return filling.command.args;
}
