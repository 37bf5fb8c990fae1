import { inform } from '../platform/notices.ts';
import type { ResponseDependencies } from './responseDependencies.ts';
import { targetOf } from '../commands/targetOf.ts';

/** Lets the person choose a remediation step and runs it after a preview. */
export function runStep({ panels }: ResponseDependencies, argument: unknown): void {
  if ((targetOf(argument) ?? panels.activeTarget()) === undefined) inform('noStepToRun');
}
