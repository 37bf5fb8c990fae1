import type { AlertStore } from './alertStore.ts';
import type { ResourceStore } from './resourceStore.ts';
import type { SampleDirectory } from '../directory.ts';
import type { SuppressionRuleStore } from './suppressionRuleStore.ts';

/** Everything that one running sample environment remembers. */
export interface Session {
  /** Epoch milliseconds; time stands still within a session. */
  readonly now: number;
  /** Origin of the links that lead to further pages. */
  readonly endpoint: string;
  readonly directory: SampleDirectory;
  readonly alerts: AlertStore;
  readonly resources: ResourceStore;
  readonly suppressionRules: SuppressionRuleStore;
  /** How many requests were answered; numbers the rate-limit and request-id headers. */
  requestCount: number;
}
