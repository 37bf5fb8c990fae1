import type { TokenClaims } from '../token.ts';
import type { SampleSubscription } from '../directory.ts';
import type { Session } from './session.ts';

/** A request after routing: who asks, for which path, with which values in the places of the route's braces. */
export interface Call {
  readonly session: Session;
  readonly caller: TokenClaims;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly apiVersion: string;
  /** Query parameters, their names in lower case. */
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A call about one subscription that the caller may see. */
export interface SubscriptionCall extends Call {
  readonly subscription: SampleSubscription;
}
