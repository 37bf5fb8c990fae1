import { AlertStore } from './arm/alertStore.ts';
import { answer } from './arm/router.ts';
import { ResourceStore } from './arm/resourceStore.ts';
import { SuppressionRuleStore } from './arm/suppressionRuleStore.ts';
import { sampleDirectory } from './directory.ts';
import { composeScenarios } from './scenarios/index.ts';
import type { ArmRequest, ArmResponse } from './armMessage.ts';
import type { Session } from './arm/session.ts';
import type { SampleDirectory } from './directory.ts';
import type { SampleAlert } from './wire/sampleAlert.ts';

export { sampleToken } from './token.ts';
export type { ArmRequest, ArmResponse } from './armMessage.ts';

export interface SampleEnvironmentOptions {
  /**
   * Epoch milliseconds. All times are relative to it; the same `now` gives the same answers, and any two on one UTC
   * day give the same alert ids.
   */
  readonly now: number;
  /** Origin of Resource Manager, for the links that lead to further pages. */
  readonly endpoint?: string;
  /** Other tenants and subscriptions than those of the stories. */
  readonly directory?: SampleDirectory;
  /** Other alerts than those of the stories, already composed for this `now`. */
  readonly alerts?: readonly SampleAlert[];
}

export interface SampleEnvironment {
  readonly tenants: readonly { readonly tenantId: string; readonly displayName: string }[];
  /** Answers as Azure Resource Manager would. Never rejects; what goes wrong is an answer with an error status. */
  handle(request: ArmRequest): Promise<ArmResponse>;
}

/** An Azure Resource Manager in a function: made-up companies under attack, with alerts as the real service sends them. */
export function createSampleEnvironment(options: SampleEnvironmentOptions): SampleEnvironment {
  const { directory = sampleDirectory } = options;
  const session: Session = {
    now: options.now,
    endpoint: options.endpoint ?? 'https://management.azure.com',
    directory,
    alerts: new AlertStore(options.alerts ?? composeScenarios(options.now)),
    resources: new ResourceStore(),
    suppressionRules: new SuppressionRuleStore(),
    requestCount: 0,
  };
  return { tenants: directory.tenants, handle: (request) => Promise.resolve(answer(session, request)) };
}
