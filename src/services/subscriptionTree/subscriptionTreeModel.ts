import { assertNever } from '../../domain/assertNever.ts';
import { alertPlans } from '../../domain/planCoverage.ts';
import type { StoreState, SubscriptionSnapshot } from '../storeState.ts';
import type { NodeDescription } from '../tree/nodeDescription.ts';
import type { TooltipLine } from '../tree/nodeTooltip.ts';
import { describeSubscriptionNode, subscriptionRowsAtOnce } from './describeSubscriptionNode.ts';
import { subscriptionIndexOf, type SubscriptionIndex, type TenantOfIndex } from './subscriptionIndex.ts';
import type { SubscriptionFact, SubscriptionNode } from './subscriptionNode.ts';
import { factNode, moreNode, planNode, subscriptionNode, tenantNode, unreadableNode } from './subscriptionNode.ts';
import { coverageOf, type SubscriptionFacts } from './subscriptionText.ts';
import { subscriptionTooltip } from './subscriptionTooltip.ts';

export interface SubscriptionTreeInput extends SubscriptionFacts {
  readonly state: StoreState;
  /** How many rows of a tenant the person asked to see; undefined stands for the only list there is. */
  readonly shownRows: (tenantId: string | undefined) => number;
}

/** Tenants and their subscriptions at one moment. A single tenant that answered needs no row of its own. */
export class SubscriptionTreeModel {
  readonly #input: SubscriptionTreeInput;
  readonly #index: SubscriptionIndex;

  constructor(input: SubscriptionTreeInput) {
    this.#input = input;
    this.#index = subscriptionIndexOf(input.state);
  }

  get counts(): SubscriptionIndex['counts'] {
    return this.#index.counts;
  }

  roots(): readonly SubscriptionNode[] {
    const only = this.#onlyTenant();
    const tenants = this.#index.tenants.map(({ tenantId }) => tenantNode(tenantId));
    const rows = only === undefined ? tenants : this.#subscriptions(only, undefined);
    return this.#index.unreadableTenants === 0 ? rows : [unreadableNode(), ...rows];
  }

  children(node: SubscriptionNode): readonly SubscriptionNode[] {
    switch (node.kind) {
      case 'tenant': {
        const tenant = this.#index.tenants.find(({ tenantId }) => tenantId === node.tenantId);
        return tenant === undefined ? [] : this.#subscriptions(tenant, tenant.tenantId);
      }
      case 'subscription': {
        const snapshot = this.#index.byId.get(node.subscriptionId);
        return snapshot === undefined ? [] : factsOf(snapshot).map((fact) => factNode(node.subscriptionId, fact));
      }
      case 'fact': {
        const snapshot = node.fact === 'plans' ? this.#index.byId.get(node.subscriptionId) : undefined;
        const coverage = snapshot && coverageOf(snapshot, this.#input);
        if (coverage?.kind !== 'known') return [];
        const plans = alertPlans(coverage.value).toSorted((a, b) => Number(a.enabled) - Number(b.enabled));
        return plans.map(({ name }) => planNode(node.subscriptionId, name));
      }
      case 'plan':
      case 'more':
      case 'unreadable':
        return [];
      default:
        return assertNever(node);
    }
  }

  /** The row under which a row stands; undefined for a root. */
  parent(node: SubscriptionNode): SubscriptionNode | undefined {
    switch (node.kind) {
      case 'tenant':
      case 'unreadable':
        return undefined;
      case 'subscription':
        return this.#onlyTenant() === undefined ? tenantNode(node.tenantId) : undefined;
      case 'fact':
        return this.#subscriptionNode(node.subscriptionId);
      case 'plan':
        return factNode(node.subscriptionId, 'plans');
      case 'more':
        return node.tenantId === undefined ? undefined : tenantNode(node.tenantId);
      default:
        return assertNever(node);
    }
  }

  describe(node: SubscriptionNode): NodeDescription {
    return describeSubscriptionNode(node, this.#index, this.#input);
  }

  tooltip(node: SubscriptionNode): readonly TooltipLine[] {
    return subscriptionTooltip(node, this.#index, this.#input);
  }

  /** The first row that is not well. */
  firstProblem(): SubscriptionNode | undefined {
    const [tenant] = this.#index.tenants;
    if (this.#index.unreadableTenants > 0) return unreadableNode();
    if (tenant !== undefined && isPartlyListed(tenant)) return tenantNode(tenant.tenantId);
    const first = this.#index.tenants.flatMap(({ subscriptions }) => subscriptions.slice(0, 1));
    const failed = first.find(({ health }) => health.kind === 'failed');
    return failed && subscriptionNode(failed.subscription.subscriptionId, failed.subscription.tenantId);
  }

  #onlyTenant(): TenantOfIndex | undefined {
    const [first, ...others] = this.#index.tenants;
    return others.length === 0 && first !== undefined && !isPartlyListed(first) ? first : undefined;
  }

  #subscriptionNode(subscriptionId: string): SubscriptionNode | undefined {
    const snapshot = this.#index.byId.get(subscriptionId);
    return snapshot && subscriptionNode(subscriptionId, snapshot.subscription.tenantId);
  }

  #subscriptions({ subscriptions }: TenantOfIndex, tenantId: string | undefined): readonly SubscriptionNode[] {
    const shown = subscriptions.slice(0, Math.max(subscriptionRowsAtOnce, this.#input.shownRows(tenantId)));
    const nodes = shown.map(({ subscription }) => subscriptionNode(subscription.subscriptionId, subscription.tenantId));
    const hidden = subscriptions.length - shown.length;
    return hidden === 0 ? nodes : [...nodes, moreNode(tenantId, hidden)];
  }
}

/** Something has to be said of the tenant itself. */
function isPartlyListed({ failure, unreadable }: TenantOfIndex): boolean {
  return failure !== undefined || unreadable > 0;
}

function factsOf({ health, skipped, subscription }: SubscriptionSnapshot): readonly SubscriptionFact[] {
  const problem = health.kind === 'failed' || skipped.length > 0 || !isUsual(subscription.state);
  return [...(problem ? (['problem'] as const) : []), 'alerts', 'rights', 'plans'];
}

function isUsual(state: string): boolean {
  return ['enabled', 'unknown'].includes(state.toLowerCase());
}
