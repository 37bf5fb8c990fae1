import { AlertStore } from './arm/alertStore.ts';
import { answer } from './arm/router.ts';
import { SuppressionRuleStore } from './arm/suppressionRuleStore.ts';
import { tenants } from './directory.ts';
import { composeScenarios } from './scenarios/index.ts';
import type { ArmRequest, ArmResponse } from './armMessage.ts';
import type { Session } from './arm/session.ts';

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
}

export interface SampleEnvironment {
  readonly tenants: readonly { readonly tenantId: string; readonly displayName: string }[];
  /** Answers as Azure Resource Manager would. Never rejects; what goes wrong is an answer with an error status. */
  handle(request: ArmRequest): Promise<ArmResponse>;
}

/** An Azure Resource Manager in a function: made-up companies under attack, with alerts as the real service sends them. */
export function createSampleEnvironment(options: SampleEnvironmentOptions): SampleEnvironment {
  const session: Session = {
    now: options.now,
    endpoint: options.endpoint ?? 'https://management.azure.com',
    alerts: new AlertStore(composeScenarios(options.now)),
    suppressionRules: new SuppressionRuleStore(),
    requestCount: 0,
  };
  return { tenants, handle: (request) => Promise.resolve(answer(session, request)) };
}
