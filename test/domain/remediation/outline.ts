import { normalizeRemediation } from '../../../src/domain/remediation/normalizeRemediation.ts';
import type { RemediationStep } from '../../../src/domain/remediation/step.ts';
import { stepText } from '../../../src/domain/remediation/stepText.ts';

export type Outline = readonly (string | readonly [string, Outline])[];

/** The words of steps and the nesting, without keys and blocks. */
function outline(steps: readonly RemediationStep[]): Outline {
  return steps.map((step) => (step.children.length === 0 ? stepText(step) : [stepText(step), outline(step.children)]));
}

export function read(...steps: string[]): Outline {
  return outline(normalizeRemediation(steps));
}

export function blocksOf(step: string): RemediationStep['blocks'] {
  return normalizeRemediation([step]).flatMap(({ blocks }) => blocks);
}
