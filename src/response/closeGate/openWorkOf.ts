import type { Incident } from '../../domain/incident.ts';
import { openWork, type OpenWork } from '../../services/response/closeGate/closeGate.ts';
import type { ResponseContext } from '../responseContext.ts';

/** What would be left undone if an incident were closed now. The service's own steps are advice: none is mandatory. */
export async function openWorkOf(context: ResponseContext, incident: Incident): Promise<OpenWork> {
  return openWork(await context.gateSteps(incident));
}
