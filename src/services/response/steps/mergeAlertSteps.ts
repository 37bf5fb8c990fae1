import { azureResourceIds } from '../../../domain/alert.ts';
import type { AlertStep } from './alertSteps.ts';

/** One step that several alerts ask for: done for one, it is done for all. */
export interface MergedStep {
  /** Of the first alert that asks for it. */
  readonly first: AlertStep;
  readonly all: readonly AlertStep[];
}

/**
 * Steps without repeats, in their order. Two are one when they run the same command and verify the same, whichever
 * runbooks they are of: nobody wants to refuse an address twice. Where there is no command yet, they are one as the same
 * step of the same runbook about the same resources and the same others.
 */
export function mergeAlertSteps(steps: readonly AlertStep[]): readonly MergedStep[] {
  const merged = new Map<string, AlertStep[]>();
  for (const step of steps) {
    const key = [step.ref.stepId, ...aimOf(step)].join('\n');
    const same = merged.get(key);
    if (same === undefined) merged.set(key, [step]);
    else same.push(step);
  }
  return [...merged.values()].flatMap((all) => (all[0] === undefined ? [] : [{ first: all[0], all }]));
}

function aimOf({ alert, filling, ref, step }: AlertStep): readonly string[] {
  if (filling?.kind === 'filled') {
    const { args, tool } = filling.command;
    return [JSON.stringify([step.mandatory, step.verify]), tool, ...args];
  }
  const resources = [ref.runbookId, ...azureResourceIds(alert).map((id) => id.toLowerCase())];
  if (filling === undefined) return resources;
  const others = alert.entities.flatMap(({ type, properties }) =>
    type === 'ip' || type === 'account' ? [JSON.stringify([properties['address'], properties['name']])] : [],
  );
  return [...resources, ...new Set(others)];
}
