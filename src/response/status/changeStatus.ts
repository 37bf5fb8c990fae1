import type { AlertKey } from '../../domain/alert.ts';
import type { StatusAction } from '../../domain/statusAction.ts';
import { valueOf } from '../../services/readOnce.ts';
import { chosenOf } from '../../commands/chosen.ts';
import { askForItem, type ItemKind } from '../../commands/askForItem.ts';
import { inform } from '../../platform/notices.ts';
import { chooseChanges, type ChosenChanges, type Pointed } from '../../services/response/status/chooseChanges.ts';
import type { ResponseDependencies } from '../responseDependencies.ts';
import { askForReason } from './askForReason.ts';
import { confirmIncidents, informOfStatus } from './statusNotices.ts';
import type { ResponseContext } from '../responseContext.ts';
import type { StatusDesk } from './statusDesk.ts';

/** The body of a command that changes statuses: of what is selected, named, looked at, or else of what is asked for. */
export async function changeStatus(
  action: StatusAction,
  response: ResponseContext,
  argument: unknown,
  selected: unknown,
  kind: ItemKind = 'all',
): Promise<void> {
  const pointed = await pointedOrAsk(response, argument, selected, kind);
  if (pointed === undefined) return;
  const chosen = changesOf(action, pointed, response);
  if (chosen.changes.length === 0) {
    sayWhyNot(chosen);
    return;
  }
  if (!(await isWanted(action, chosen, response.statuses))) return;
  const reason = action === 'dismiss' ? await askForReason(chosen.changes.length) : undefined;
  if (action === 'dismiss' && reason === undefined) return;
  await response.statuses.change(action, chosen.changes, reason);
}

/** In progress, and seen: whoever takes something on has looked at it. */
export async function acknowledge(response: ResponseContext, argument: unknown, selected: unknown): Promise<void> {
  const pointed = await pointedOrAsk(response, argument, selected, 'all');
  if (pointed === undefined) return;
  response.seen.markSeen([...pointed.incidents, ...pointed.alerts]);
  const chosen = changesOf('inProgress', pointed, response);
  if (chosen.changes.length > 0) await response.statuses.change('inProgress', chosen.changes);
  else if (chosen.forbidden.length > 0) sayWhyNot(chosen);
}

/** Says which role is missing for changing what is named, if one is. */
export function explainRights(response: ResponseDependencies, argument: unknown, selected: unknown): void {
  const pointed = pointedAt(response, argument, selected);
  const forbidden = (['dismiss', 'resolve', 'activate'] as const).flatMap(
    (action) => changesOf(action, pointed, response).forbidden,
  );
  informOfStatus(forbidden.length > 0 ? 'notAllowed' : 'mayChange');
}

/**
 * Whole incidents change much at once, and closing one may wait for work that is not done, also where a person closes it
 * by naming each of its alerts.
 */
async function isWanted(action: StatusAction, chosen: ChosenChanges, desk: StatusDesk): Promise<boolean> {
  if (chosen.incidents.length > 0 && !(await confirmIncidents(action, chosen))) return false;
  const closed = [...chosen.incidents, ...chosen.closedWith];
  // Last, since it writes down why the incidents are closed: nobody may turn away after that.
  return action !== 'resolve' || closed.length === 0 || desk.hooks.beforeResolve(closed);
}

function changesOf(action: StatusAction, pointed: Pointed, { details, store }: ResponseDependencies): ChosenChanges {
  return chooseChanges(pointed, action, store.state.correlation, (id) => valueOf(details.rights.of(id)));
}

function sayWhyNot({ forbidden }: ChosenChanges): void {
  informOfStatus(forbidden.length > 0 ? 'notAllowed' : 'nothingToChange');
}

function pointedAt(response: ResponseDependencies, argument: unknown, selected: unknown): Pointed {
  const { incidents, alerts } = chosenOf(response, argument, selected);
  return { incidents, alerts: alerts.map(({ alertKey }): AlertKey => alertKey) };
}

/** What is pointed at; undefined when that is nothing, or nothing that is listed. */
async function pointedOrAsk(
  response: ResponseDependencies,
  argument: unknown,
  selected: unknown,
  kind: ItemKind,
): Promise<Pointed | undefined> {
  const pointed = pointedAt(response, argument, selected);
  const relevant = kind === 'incidents' ? { ...pointed, alerts: [] } : pointed;
  if (relevant.incidents.length + relevant.alerts.length > 0) return listed(relevant, response);
  const asked = await askForItem(response, kind);
  if (asked === undefined) return undefined;
  return asked.kind === 'incident' ? { incidents: [asked.id], alerts: [] } : { incidents: [], alerts: [asked.id] };
}

function listed(pointed: Pointed, { store }: ResponseDependencies): Pointed | undefined {
  const { alerts, incidents, formerIds } = store.state.correlation;
  const isIncident = (id: string): boolean => formerIds.has(id) || incidents.some((incident) => incident.id === id);
  if (pointed.alerts.some((key) => alerts.has(key)) || pointed.incidents.some(isIncident)) return pointed;
  inform('gone');
  return undefined;
}
