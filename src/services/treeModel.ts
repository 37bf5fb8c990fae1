import type { StoreState } from './storeState.ts';
import type { NodeDescription } from './tree/nodeDescription.ts';
import type { RowFacts } from './tree/rowFacts.ts';
import type { TooltipLine } from './tree/nodeTooltip.ts';
import type { AlertGroup, ListName, TreeIndex } from './tree/treeIndex.ts';
import type { AlertPlace, NodeOf, TreeNode } from './tree/treeNode.ts';
import type { IncidentId } from '../domain/incident.ts';
import type { ItemTarget } from '../protocol/panelTarget.ts';
import { hasAlerts, isComplete, isIncomplete } from './completeness.ts';
import { assertNever } from '../domain/assertNever.ts';
import { findIncident } from './findIncident.ts';
import { hasGaps } from './listingGaps.ts';
import { awakeIndex } from './tree/awakeIndex.ts';
import { describeNode } from './tree/describeNode.ts';
import { nodeTooltip } from './tree/nodeTooltip.ts';
import { alertGroups, groupOf, treeIndexOf } from './tree/treeIndex.ts';
import { alertNode, groupNode, incidentNode, missingNode, moreNode, sectionNode, statusNode } from './tree/treeNode.ts';

/** Rows of one list that are shown at first and with each "Show more": VS Code asks for each of them at once. */
export const rowsAtOnce = 500;

/** Everything the tree depends on, at one moment. `now` is epoch milliseconds. */
export interface TreeInput extends Omit<RowFacts, 'index'> {
  /** How many rows of a list the person asked to see. */
  readonly shownRows: (list: ListName) => number;
}

/**
 * The tree of one moment. Children are worked out when a row is expanded, and what a row looks like when it is drawn,
 * so that the cost follows what is on the screen and not how many alerts there are.
 */
export class TreeModel {
  readonly #input: TreeInput;
  #awake: TreeIndex | undefined;

  constructor(input: TreeInput) {
    this.#input = input;
  }

  /** Empty where a welcome text says more than a tree could. */
  roots(): readonly TreeNode[] {
    const { state } = this.#input;
    if (state.subscriptions.length === 0 && !hasGaps(state)) return [];
    const index = this.#index();
    const status = isIncomplete(state) ? [statusNode()] : [];
    const hasRows = index.alertCount + index.incidents.length > 0;
    const { incidents, alerts } = index.snoozed;
    const snoozed = incidents.length + alerts.length === 0 ? [] : [sectionNode('snoozed')];
    if (state.phase === 'ready' && (hasRows || snoozed.length > 0)) {
      return [...status, sectionNode('incidents'), sectionNode('alerts'), ...snoozed];
    }
    return isComplete(state) && !hasAlerts(state) ? [] : [statusNode()];
  }

  children(node: TreeNode): readonly TreeNode[] {
    switch (node.kind) {
      case 'section':
        return this.#sectionChildren(node);
      case 'incident':
        return this.#members(node);
      case 'group':
        return this.#groupAlerts(node.group);
      case 'alert':
      case 'missing':
      case 'more':
      case 'status':
        return [];
      default:
        return assertNever(node);
    }
  }

  /** The row under which a row stands; undefined for a root. */
  parent(node: TreeNode): TreeNode | undefined {
    switch (node.kind) {
      case 'section':
      case 'status':
        return undefined;
      case 'incident':
        return sectionNode(this.#input.asleep?.has(node.incidentId) === true ? 'snoozed' : 'incidents');
      case 'missing':
        return incidentNode(node.incidentId);
      case 'alert':
        return parentOfAlert(node.within);
      case 'more':
        return node.list === 'Incidents' ? sectionNode('incidents') : groupNode(node.list);
      case 'group':
        return sectionNode('alerts');
      default:
        return assertNever(node);
    }
  }

  describe(node: TreeNode): NodeDescription {
    return describeNode(node, this.#facts());
  }

  tooltip(node: TreeNode): readonly TooltipLine[] {
    return nodeTooltip(node, this.#facts());
  }

  /**
   * The row that shows an item; of an alert in an incident, the one below its incident. Undefined when it is gone, or
   * among those that are shown with "Show more" only.
   */
  find(target: ItemTarget): TreeNode | undefined {
    const { correlation } = this.#input.state;
    if (target.kind === 'incident') return this.#shownIncident(findIncident(correlation, target.id)?.id);
    const alert = correlation.alerts.get(target.id);
    if (alert === undefined) return undefined;
    if (this.#input.asleep?.has(alert.key) === true) return alertNode(alert.key, { kind: 'snoozed' });
    const incidentId = correlation.incidentsOf.get(alert.key)?.[0];
    if (incidentId !== undefined) {
      return this.#shownIncident(incidentId) && alertNode(alert.key, { kind: 'incident', incidentId });
    }
    return this.#groupAlerts(groupOf(alert)).find((node) => node.kind === 'alert' && node.alertKey === alert.key);
  }

  #shownIncident(id: IncidentId | undefined): TreeNode | undefined {
    const incidents = [
      ...this.#sectionChildren(sectionNode('incidents')),
      ...this.#sectionChildren(sectionNode('snoozed')),
    ];
    return incidents.find((node) => node.kind === 'incident' && node.incidentId === id);
  }

  #index(): TreeIndex {
    const { state, asleep = nothing } = this.#input;
    this.#awake ??= awakeIndex(treeIndexOf(state.correlation), state.correlation, asleep);
    return this.#awake;
  }

  #facts(): RowFacts {
    return { ...this.#input, index: this.#index() };
  }

  #sectionChildren({ section }: NodeOf<'section'>): readonly TreeNode[] {
    const index = this.#index();
    switch (section) {
      case 'incidents':
        return this.#firstRows('Incidents', index.incidents, ({ id }) => incidentNode(id));
      case 'alerts':
        return alertGroups.filter((group) => index.groups.has(group)).map(groupNode);
      case 'snoozed':
        return [
          ...index.snoozed.incidents.map(({ id }) => incidentNode(id)),
          ...index.snoozed.alerts.map(({ key }) => alertNode(key, { kind: 'snoozed' })),
        ];
      default:
        return assertNever(section);
    }
  }

  #members({ incidentId }: NodeOf<'incident'>): readonly TreeNode[] {
    const incident = this.#index().incidentById.get(incidentId);
    if (incident === undefined) return [];
    return incident.members.map((member, index) =>
      member.kind === 'alert'
        ? alertNode(member.alertKey, { kind: 'incident', incidentId })
        : missingNode(incidentId, index),
    );
  }

  #groupAlerts(group: AlertGroup): readonly TreeNode[] {
    const alerts = this.#index().groups.get(group) ?? [];
    return this.#firstRows(group, alerts, ({ key }) => alertNode(key, { kind: 'group', group }));
  }

  #firstRows<T>(list: ListName, items: readonly T[], nodeOf: (item: T) => TreeNode): readonly TreeNode[] {
    const shown = items.slice(0, Math.max(rowsAtOnce, this.#input.shownRows(list)));
    const nodes = shown.map(nodeOf);
    const hidden = items.length - shown.length;
    return hidden === 0 ? nodes : [...nodes, moreNode(list, hidden)];
  }
}

const nothing: ReadonlyMap<string, number> = new Map();

function parentOfAlert(within: AlertPlace): TreeNode {
  switch (within.kind) {
    case 'incident':
      return incidentNode(within.incidentId);
    case 'group':
      return groupNode(within.group);
    case 'snoozed':
      return sectionNode('snoozed');
    default:
      return assertNever(within);
  }
}

/** Keys of the incidents in the order of the tree, for going from one to the next; those that are asleep are passed over. */
export function incidentOrder(
  { correlation }: StoreState,
  asleep: ReadonlyMap<string, number> = nothing,
): readonly string[] {
  return treeIndexOf(correlation).incidents.flatMap(({ id }) => (asleep.has(id) ? [] : [id]));
}
