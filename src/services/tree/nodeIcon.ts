import type { Severity } from '../../domain/severity.ts';

/** A codicon in a theme colour, or a picture of ours in `media/` that exists for dark and light themes. */
export type NodeIcon =
  | { readonly kind: 'codicon'; readonly name: string; readonly color?: string }
  | { readonly kind: 'media'; readonly name: string };

/** Severity is told by shape first: colour alone says nothing to one person in twelve. */
const severityIcons: Readonly<Record<Severity, NodeIcon>> = {
  High: { kind: 'codicon', name: 'error', color: 'list.errorForeground' },
  Medium: { kind: 'codicon', name: 'warning', color: 'list.warningForeground' },
  Low: { kind: 'codicon', name: 'info', color: 'notificationsInfoIcon.foreground' },
  Informational: { kind: 'codicon', name: 'circle-large-outline' },
  Unknown: { kind: 'codicon', name: 'question', color: 'list.warningForeground' },
};

export const closedIcon: NodeIcon = { kind: 'codicon', name: 'pass', color: 'disabledForeground' };

export function severityIcon(severity: Severity): NodeIcon {
  return severityIcons[severity];
}

/** Incidents wear a shield, with the severity's sign in it. */
export function incidentIcon(severity: Severity, open: boolean): NodeIcon {
  return { kind: 'media', name: open ? `incident-${severity.toLowerCase()}` : 'incident-closed' };
}
