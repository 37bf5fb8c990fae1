import type { Runbook } from '../runbook.ts';
import {
  limitApiRate,
  readGatewayLoad,
  readGatewayLog,
  refuseAddressInPolicy,
  suspendApiSubscription,
} from '../steps/apiSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** Far more calls than usual, or answers that take far longer. */
export const trafficSpike: Runbook = {
  id: 'api-traffic-spike',
  title: 'Spike of traffic or latency at an API',
  alertTypes: ['API_PopulationSpikeInAPITraffic', 'API_SpikeInAPITraffic', 'API_SpikeInLatency'],
  steps: [
    readGatewayLoad,
    {
      ...readGatewayLog,
      instruction:
        'Shows where the service sends its logs. In ApiManagementGatewayLogs count calls by address, subscription, operation and response code for the hour of the alert. One address on a sign-in operation guesses passwords; many on one that is costly try to bring it down; all operations alike are a crawler or a client that retries. Long answers with few calls point to a query that the caller made heavy.',
    },
    confirmWithOwner('Ask whether a release, a campaign, a migration or a test of load took place at that hour.'),
    refuseAddressInPolicy,
    suspendApiSubscription,
    manualStep(
      'contain',
      'protect-the-backend',
      'Protect what stands behind the gateway',
      "If the backend suffers, turn on caching of answers for reading operations and a circuit breaker, or answer the one costly operation with 503 for a while. Scaling out by itself pays the attacker's bill.",
      { risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'look-for-success-among-the-many',
      'Look for the few that succeeded among the many',
      'A flood often hides something. Look in the hour for sign-ins that succeeded after many that failed, for vouchers and codes that were guessed, and for accounts that were made by the dozen. Lock those accounts.',
      { mandatory: true, risk: 'medium' },
    ),
    limitApiRate,
    manualStep(
      'prevent',
      'put-a-firewall-in-front',
      'Put a firewall with bot rules in front',
      'Publish the gateway through Front Door or Application Gateway with rate limits and bot protection, turn on DDoS protection for its network, and let the gateway accept traffic from there alone.',
      { risk: 'high' },
    ),
  ],
};
