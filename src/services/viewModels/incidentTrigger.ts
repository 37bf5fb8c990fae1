import type { Alert } from '../../domain/alert.ts';
import { displayLabel } from '../../domain/displayText.ts';
import type { Incident } from '../../domain/incident.ts';
import { compareTactics, tacticLabel } from '../../domain/killChain.ts';
import { count } from './count.ts';
import { resourceName } from './resourceLabel.ts';

/** What triggered the incident: the service's own description, or what the correlation can say in plain words. */
export function incidentTrigger(
  incident: Incident,
  declaration: Alert | undefined,
  members: readonly Alert[],
): { readonly text: string; readonly fromService: boolean } {
  const told = declaration?.description.trim() ?? '';
  return told === '' ? { text: retold(incident, members), fromService: false } : { text: told, fromService: true };
}

function retold(incident: Incident, members: readonly Alert[]): string {
  const [first, ...others] = members;
  if (first === undefined)
    return `The service names ${count(incident.members.length, 'alert')}, none of which is in the list.`;
  const [resourceId] = incident.resourceIds;
  const where = resourceId === undefined ? '' : ` on ${resourceName(resourceId)}`;
  const start = `It began with “${displayLabel(first.displayName, 120)}”${where}.`;
  if (others.length === 0) return start;
  const stages = [...incident.tactics].sort(compareTactics);
  const [earliest, latest] = [stages[0], stages.at(-1)];
  const progress =
    earliest === undefined || latest === undefined || earliest === latest
      ? ''
      : `, from ${tacticLabel(earliest).toLowerCase()} to ${tacticLabel(latest).toLowerCase()}`;
  return `${start} ${count(others.length, 'more alert')} followed${progress}.`;
}
