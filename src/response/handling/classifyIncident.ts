import * as vscode from 'vscode';
import { classificationLabels } from '../../services/response/journal/describeEntry.ts';
import { classifications, type Classification } from '../../services/response/journal/journalEntry.ts';
import { incidentToHandle } from '../incidentToHandle.ts';
import { askFor } from '../journal/journalNotices.ts';
import type { ResponseContext } from '../responseContext.ts';
import { currentHandling, decide } from './decide.ts';

const title = 'Classify the incident (kept on this machine)';

const explanations: Readonly<Record<Classification, string>> = {
  truePositive: 'An attack, or somebody who does what they must not do.',
  benign: 'It happened as the alerts say, and is expected or harmless: a test, a scanner of yours, an administrator.',
  falsePositive: 'It did not happen as the alerts say.',
};

interface Choice extends vscode.QuickPickItem {
  readonly value?: Classification;
}

/** Says what an incident was, and why. */
export async function classifyIncident(context: ResponseContext, argument: unknown, selected: unknown): Promise<void> {
  const incident = await incidentToHandle(context, argument, selected, 'Classify which incident?');
  if (incident === undefined) return;
  const { classification: current } = await currentHandling(context, incident);
  const choices: readonly Choice[] = [
    ...classifications.map((value) => ({
      label: classificationLabels[value],
      detail: explanations[value],
      value,
      ...(current?.value === value ? { description: 'now' } : {}),
    })),
    ...(current === undefined ? [] : [{ label: 'Not classified', detail: 'Takes the classification back.' }]),
  ];
  const chosen = await vscode.window.showQuickPick(choices, { title, placeHolder: 'What was it?' });
  if (chosen === undefined) return;
  const { value } = chosen;
  const reason = await askFor('classificationReason');
  if (reason === undefined) return;
  await decide(context, incident, {
    kind: 'classification',
    reason,
    ...(value === undefined ? {} : { classification: value }),
  });
}
