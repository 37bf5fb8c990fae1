import type { AlertKey } from '../../domain/alert.ts';
import type { IncidentId } from '../../domain/incident.ts';
import type { AlertGroup, ListName } from './treeIndex.ts';

export type SectionName = 'incidents' | 'alerts' | 'snoozed';

/**
 * A row of the tree as plain data. `id` is stable across refreshes, so that VS Code keeps expansion and selection; an
 * alert that is shown in two places has two ids. What a row looks like is worked out when it is shown.
 */
export type TreeNode =
  | { readonly kind: 'section'; readonly id: string; readonly section: SectionName }
  | { readonly kind: 'incident'; readonly id: string; readonly incidentId: IncidentId }
  | { readonly kind: 'alert'; readonly id: string; readonly alertKey: AlertKey; readonly within: AlertPlace }
  /** A member that is not in the list; `index` is its place among the incident's members. */
  | { readonly kind: 'missing'; readonly id: string; readonly incidentId: IncidentId; readonly index: number }
  | { readonly kind: 'group'; readonly id: string; readonly group: AlertGroup }
  | { readonly kind: 'more'; readonly id: string; readonly list: ListName; readonly hidden: number }
  /** What is missing from the list, or still on its way. */
  | { readonly kind: 'status'; readonly id: string };

export type NodeOf<Kind extends TreeNode['kind']> = Extract<TreeNode, { kind: Kind }>;

/** Under which row an alert stands. */
export type AlertPlace =
  | { readonly kind: 'incident'; readonly incidentId: IncidentId }
  | { readonly kind: 'group'; readonly group: AlertGroup }
  /** It is asleep. */
  | { readonly kind: 'snoozed' };

export function sectionNode(section: SectionName): NodeOf<'section'> {
  return { kind: 'section', id: section, section };
}

export function statusNode(): NodeOf<'status'> {
  return { kind: 'status', id: 'status' };
}

export function incidentNode(incidentId: IncidentId): NodeOf<'incident'> {
  return { kind: 'incident', id: `incident:${incidentId}`, incidentId };
}

export function alertNode(alertKey: AlertKey, within: AlertPlace): NodeOf<'alert'> {
  const place =
    within.kind === 'incident' ? `incident:${within.incidentId}` : within.kind === 'group' ? 'alerts' : 'snoozed';
  return { kind: 'alert', id: `${place}/alert:${alertKey}`, alertKey, within };
}

export function missingNode(incidentId: IncidentId, index: number): NodeOf<'missing'> {
  return { kind: 'missing', id: `incident:${incidentId}/missing:${String(index)}`, incidentId, index };
}

export function groupNode(group: AlertGroup): NodeOf<'group'> {
  return { kind: 'group', id: `alerts/${group}`, group };
}

export function moreNode(list: ListName, hidden: number): NodeOf<'more'> {
  return { kind: 'more', id: `${list}/more`, list, hidden };
}
