import type { AlertKey } from '../../domain/alert.ts';
import type { CorrelationLink } from '../../domain/correlation/correlationLink.ts';
import { evidenceList } from '../../domain/correlation/evidence/evidenceName.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { thingName, type AccountNames } from './accountNames.ts';
import type { PanelContext } from './panelContext.ts';

const mentioned = 3;

/** What ties an alert to its incident, in one sentence of display text; empty where the link has nothing to say. */
export function linkReason(
  alertKey: AlertKey,
  { from, to, shared }: CorrelationLink,
  context: PanelContext,
  names: AccountNames,
): string {
  const other = context.correlation.alerts.get(from === alertKey ? to : from);
  const counting = shared.filter(({ likelihood }) => likelihood > 1).slice(0, mentioned);
  if (other === undefined || counting.length === 0) return '';
  const things = evidenceList(counting, (thing) => thingName(thing, names));
  return `Shares ${things} with “${displayLabel(other.displayName)}”.`;
}
