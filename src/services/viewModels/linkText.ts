import type { AlertKey } from '../../domain/alert.ts';
import type { CorrelationLink, SharedEvidence } from '../../domain/correlation/correlationLink.ts';
import { evidenceKinds } from '../../domain/correlation/evidence/evidenceKind.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { evidenceName } from './evidenceName.ts';
import type { PanelContext } from './panelContext.ts';

const mentioned = 3;

/** Why a link puts an alert into an incident, in one sentence of display text. */
export function linkReason(alertKey: AlertKey, link: CorrelationLink, context: PanelContext): string {
  const other = context.correlation.alerts.get(link.from === alertKey ? link.to : link.from);
  const to = other === undefined ? 'another alert' : `“${displayLabel(other.displayName)}”`;
  const shared = sharedText(link.shared);
  if (link.step === 'service') return `Put into this incident by Defender for Cloud, together with ${to}.`;
  return shared === ''
    ? `Put into this incident by this extension, together with ${to}.`
    : `Put into this incident by this extension: shares ${shared} with ${to}.`;
}

/** The evidence that says something, strongest first: "the address 203.0.113.7 and the resource web-1". */
function sharedText(shared: readonly SharedEvidence[]): string {
  const parts = shared
    .filter(({ likelihood }) => likelihood > 1)
    .slice(0, mentioned)
    .map(({ kind, key }) => `the ${evidenceKinds[kind].noun} ${evidenceName(kind, key)}`);
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
