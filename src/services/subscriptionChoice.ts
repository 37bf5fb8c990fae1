import type { Subscription } from '../domain/subscription.ts';

/**
 * Which subscriptions a person wants to see. Both kinds name what was decided about single subscriptions; they differ in
 * what becomes of one that nobody decided about, because it is new.
 */
export type SubscriptionChoice =
  /** All but these, and whatever is added later. */
  | { readonly kind: 'all'; readonly except: readonly string[] }
  | { readonly kind: 'only'; readonly ids: readonly string[] };

export const everySubscription: SubscriptionChoice = { kind: 'all', except: [] };

/** What was stored; everything where that cannot be read. A plain list is from before the two kinds were told apart. */
export function readChoice(stored: unknown): SubscriptionChoice {
  if (isTexts(stored)) return { kind: 'only', ids: stored };
  if (typeof stored !== 'object' || stored === null || !('kind' in stored)) return everySubscription;
  if (stored.kind === 'only' && 'ids' in stored && isTexts(stored.ids)) return { kind: 'only', ids: stored.ids };
  if (stored.kind === 'all' && 'except' in stored && isTexts(stored.except)) {
    return { kind: 'all', except: stored.except };
  }
  return everySubscription;
}

/** The chosen ones of the given subscriptions, in their order. */
export function chosenOf(choice: SubscriptionChoice, subscriptions: readonly Subscription[]): readonly Subscription[] {
  const named = new Set(choice.kind === 'all' ? choice.except : choice.ids);
  const wanted = choice.kind === 'only';
  return subscriptions.filter(({ subscriptionId }) => named.has(subscriptionId) === wanted);
}

export interface Decision {
  /** The subscriptions that the person had before them. */
  readonly offered: readonly Subscription[];
  /** Ids of those that they want to see. */
  readonly checked: ReadonlySet<string>;
  /** Whether what is added later is to be seen too. */
  readonly addNew: boolean;
}

/** The choice after a decision. What was decided before about subscriptions that are out of reach now is kept. */
export function decide(before: SubscriptionChoice, { offered, checked, addNew }: Decision): SubscriptionChoice {
  const here = new Set(offered.map(({ subscriptionId }) => subscriptionId));
  const elsewhere = (ids: readonly string[]): readonly string[] => ids.filter((id) => !here.has(id));
  if (addNew) {
    const unchecked = [...here].filter((id) => !checked.has(id));
    return { kind: 'all', except: [...unchecked, ...(before.kind === 'all' ? elsewhere(before.except) : [])] };
  }
  const wanted = [...here].filter((id) => checked.has(id));
  return { kind: 'only', ids: [...wanted, ...(before.kind === 'only' ? elsewhere(before.ids) : [])] };
}

/** The choice without one subscription; all else stays as it was decided. */
export function hide(choice: SubscriptionChoice, subscriptionId: string): SubscriptionChoice {
  if (choice.kind === 'only') return { ...choice, ids: choice.ids.filter((id) => id !== subscriptionId) };
  return choice.except.includes(subscriptionId) ? choice : { ...choice, except: [...choice.except, subscriptionId] };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
