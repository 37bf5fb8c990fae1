import type { Json, JsonObject } from '../json.ts';

/** Of the whole API of suppression rules; Azure has had no newer one since. */
export const suppressionApiVersion = '2019-01-01-preview';

/** The alert type that stands for all of them. */
export const anyAlertType = '*';

/** One condition on the entities of an alert; all conditions of a rule must hold. */
export type SuppressionCondition =
  /** A value of the field holds this text. */
  | { readonly kind: 'contains'; readonly field: string; readonly text: string }
  /** A value of the field is one of these. */
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly string[] }
  /** Something that this version does not understand, as it was sent: one condition, or the scope that holds all. */
  | { readonly kind: 'unknown'; readonly wire: Json; readonly isWholeScope?: true };

/** `Unknown` for a word that this version does not know: such a rule is written back with the word it came with. */
export type SuppressionState = 'Enabled' | 'Disabled' | 'Expired' | 'Unknown';

/** By this Azure dismisses alerts as they arrive. Times are epoch milliseconds UTC. Immutable. */
export interface SuppressionRule {
  readonly name: string;
  /** Exact type, or `anyAlertType`. */
  readonly alertType: string;
  /** Why, in a word of the service or of whoever made the rule. */
  readonly reason: string;
  readonly comment?: string;
  readonly state: SuppressionState;
  /** The state as sent, where this version does not know it. */
  readonly stateWord?: string;
  /** Absent for a rule that never ends. */
  readonly expires?: number;
  /** An expiry that cannot be read, as sent: such a rule is not one that never ends. */
  readonly unreadableExpiry?: Json;
  readonly modified?: number;
  readonly conditions: readonly SuppressionCondition[];
  /** Properties that this version does not know, so that changing a rule takes nothing from it. */
  readonly additional?: JsonObject;
}

/** Whether it dismisses alerts at a time, as far as it says. */
export function isInForce({ state, expires }: SuppressionRule, now: number): boolean {
  return state === 'Enabled' && (expires === undefined || expires > now);
}
