import type { Alert, AlertKey } from '../domain/alert.ts';
import { displayLabel } from '../domain/displayText.ts';
import type { MergedStep } from '../domain/remediation/mergeSteps.ts';
import { mergedProgress, mergeSteps } from '../domain/remediation/mergeSteps.ts';
import type { RemediationStep } from '../domain/remediation/step.ts';
import type { ChecklistProgress } from '../domain/remediation/stepProgress.ts';
import { checklistMarkdown } from './checklistMarkdown.ts';
import { markdownText } from './markdown.ts';
import { stepsOfAlert } from './stepsOfAlert.ts';

export interface TakeActionSources {
  readonly progressOf: (alertKey: AlertKey) => ChecklistProgress;
  /** The address to link to, or undefined when it must stay text. */
  readonly safeLink: (href: string) => string | undefined;
}

/**
 * The checklist of one alert, or of an incident's alerts grouped by alert, as a section of a Markdown document.
 * Empty when no alert says what to do.
 */
export function takeActionMarkdown(alerts: readonly Alert[], { progressOf, safeLink }: TakeActionSources): string {
  const groups = mergeSteps(alerts.map((alert) => ({ alertKey: alert.key, steps: stepsOfAlert(alert) })));
  if (groups.length === 0) return '';
  const titles = new Map(alerts.map(({ key, displayName }) => [key, markdownText(displayLabel(displayName))]));
  const parts = groups.map(({ alertKey, steps }) => {
    const merged = new Map(steps.flatMap(withChildren).map((step) => [step.step, step]));
    const stateOf = (step: RemediationStep) => {
      const found = merged.get(step);
      return found && mergedProgress(found, progressOf)?.state;
    };
    const list = checklistMarkdown(
      steps.map(({ step }) => step),
      { stateOf, safeLink },
    );
    return alerts.length === 1 ? list : `#### ${titles.get(alertKey) ?? ''}\n\n${list}`;
  });
  return `\n### Take action\n\n${parts.join('\n\n')}\n`;
}

function withChildren(step: MergedStep): readonly MergedStep[] {
  return [step, ...step.children.flatMap(withChildren)];
}
