import * as vscode from 'vscode';
import type { ItemTarget } from '../../protocol/panelTarget.ts';
import { askForItem } from '../../commands/askForItem.ts';
import { chosenOf } from '../../commands/chosen.ts';
import { timeOfDay } from '../../platform/clock.ts';
import { snoozeTimes } from '../../services/snooze/snoozeTimes.ts';
import type { ResponseDependencies } from '../responseDependencies.ts';

/** Puts what is selected, named or looked at aside until a time that the person chooses. */
export async function snooze(response: ResponseDependencies, argument: unknown, selected: unknown): Promise<void> {
  const targets = await targetsOrAsk(response, argument, selected);
  if (targets.length === 0) return;
  const items = snoozeTimes(new Date(response.clock.now())).map(({ label, until }) => ({
    label,
    description: timeOfDay(until),
    until,
  }));
  const placeHolder = 'Until when? It comes back by itself then, and earlier when the incident gets a new alert.';
  const chosen = await vscode.window.showQuickPick(items, { title: 'Snooze', placeHolder });
  if (chosen !== undefined) remember(response, response.snoozes.snooze(targets, chosen.until));
}

/** Brings what is selected, named or looked at back before its time. */
export function wake(response: ResponseDependencies, argument: unknown, selected: unknown): void {
  const targets = targetsOf(response, argument, selected);
  if (targets.length > 0) remember(response, response.snoozes.wake(targets));
}

function remember({ undoStack }: ResponseDependencies, undo: () => void): void {
  let used = false;
  undoStack.push(() => {
    if (used) return Promise.resolve('nothing');
    used = true;
    undo();
    return Promise.resolve('undone');
  });
}

function targetsOf(response: ResponseDependencies, argument: unknown, selected: unknown): readonly ItemTarget[] {
  const { incidents, alerts } = chosenOf(response, argument, selected);
  return [
    ...incidents.map((id): ItemTarget => ({ kind: 'incident', id })),
    ...alerts.map(({ alertKey }): ItemTarget => ({ kind: 'alert', id: alertKey })),
  ];
}

async function targetsOrAsk(
  response: ResponseDependencies,
  argument: unknown,
  selected: unknown,
): Promise<readonly ItemTarget[]> {
  const targets = targetsOf(response, argument, selected);
  if (targets.length > 0) return targets;
  const asked = await askForItem(response, 'all');
  return asked === undefined ? [] : [asked];
}
