import { chosenOf } from '../commands/chosen.ts';
import { incidentOrAsk } from '../commands/incidentOrAsk.ts';
import type { Incident } from '../domain/incident.ts';
import type { ResponseContext } from './responseContext.ts';

/**
 * The incident that a command is about: the one that was chosen, or that of the alert that was; else one that the person
 * looks for. Undefined when they turn away, or when it is gone.
 */
export async function incidentToHandle(
  context: ResponseContext,
  argument: unknown,
  selected: unknown,
  question: string,
): Promise<Incident | undefined> {
  const chosen = chosenOf(context, argument, selected);
  const [alert] = chosen.alerts;
  const ofAlert =
    alert === undefined
      ? []
      : (context.store.state.correlation.incidentsOf.get(alert.alertKey) ?? []).filter(
          (id) => alert.incidentId === undefined || id === alert.incidentId,
        );
  return incidentOrAsk(context, { ...chosen, incidents: [...chosen.incidents, ...ofAlert] }, question);
}
