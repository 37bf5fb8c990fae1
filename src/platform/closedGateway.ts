import type { AzureFailure } from '../domain/azureFailure.ts';
import type { AzureGateway } from '../services/ports.ts';

/** A way to Azure that is known to be closed: it says why without trying. */
export function closedGateway(failure: AzureFailure): AzureGateway {
  const closed = () => Promise.resolve({ ok: false, failure } as const);
  const readAlerts: AzureGateway['readAlerts'] = (subscriptions, sink) => {
    for (const { subscriptionId } of subscriptions) sink.settled(subscriptionId, { ok: false, failure });
    return Promise.resolve();
  };
  return {
    listSubscriptions: closed,
    listAlerts: closed,
    readAlerts,
    readPermissions: closed,
    readPlanCoverage: closed,
    readResource: closed,
    listSuppressionRules: closed,
    getSuppressionRule: closed,
    putSuppressionRule: closed,
    deleteSuppressionRule: closed,
    simulateAlerts: closed,
    setStatus: () => Promise.resolve({ kind: 'failed', failure }),
  };
}
