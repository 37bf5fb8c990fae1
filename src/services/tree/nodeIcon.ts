import type { Severity } from '../../domain/severity.ts';

/** A codicon in a theme colour, or a picture of ours in `media/` that exists for dark and light themes. */
export type NodeIcon =
  | { readonly kind: 'codicon'; readonly name: string; readonly color?: string }
  | { readonly kind: 'media'; readonly name: string };

/** Severity is told by shape first: colour alone says nothing to one person in twelve. */
const severityIcons: Readonly<Record<Severity, NodeIcon>> = {
  High: { kind: 'codicon', name: 'error', color: 'securityIncidents.highSeverity' },
  Medium: { kind: 'codicon', name: 'warning', color: 'securityIncidents.mediumSeverity' },
  Low: { kind: 'codicon', name: 'info', color: 'securityIncidents.lowSeverity' },
  Informational: { kind: 'codicon', name: 'circle-large-outline' },
  Unknown: { kind: 'codicon', name: 'question', color: 'securityIncidents.mediumSeverity' },
};

/** Beside what could not be read. */
export const problemIcon: NodeIcon = { kind: 'codicon', name: 'warning', color: 'securityIncidents.mediumSeverity' };

export const closedIcon: NodeIcon = { kind: 'codicon', name: 'pass', color: 'disabledForeground' };

export function severityIcon(severity: Severity): NodeIcon {
  return severityIcons[severity];
}

/** Incidents wear a shield, with the severity's sign in it and, where a person pinned them, a pin on it. */
export function incidentIcon(severity: Severity, open: boolean, pinned = false): NodeIcon {
  const name = open ? `incident-${severity.toLowerCase()}` : 'incident-closed';
  return { kind: 'media', name: pinned ? `${name}-pinned` : name };
}
