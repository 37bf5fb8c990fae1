import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { pause } from '../../src/azure/bounded.ts';
import { createAzureGateway } from '../../src/azure/index.ts';
import { createNodeHttpClient } from '../../src/azure/transport/nodeHttpClient.ts';
import { systemPauses } from '../../src/platform/systemPauses.ts';
import { sampleToken } from '../../src/sample/index.ts';
import { emptyCorrelation } from '../../src/domain/correlation/correlation.ts';
import { AlertStore } from '../../src/services/alertStore.ts';
import type { Correlator } from '../../src/services/correlator.ts';
import type { AzureGateway, Log } from '../../src/services/ports.ts';
import { Refresher } from '../../src/services/refresh.ts';
import { anImmediateCorrelator } from '../builders/correlator.ts';
import { tenantId, type FaultWorld } from './faultWorld.ts';

/** How the product of one trial differs from the one that is shipped. */
export interface Circumstances {
  /** Subscriptions that the person has selected. */
  readonly selected: readonly string[];
  /**
   * Waits between tries last a hundredth of what was asked for, or no time at all; what was asked for is noted.
   */
  readonly swiftWaits?: boolean | 'none';
  /** Milliseconds in place of the half minute that one try may take. */
  readonly tryDeadline?: number;
  readonly credential?: TokenCredential;
  /** Milliseconds by which this machine's clock is ahead. */
  readonly clockOff?: () => number;
  readonly httpClient?: HttpClient;
  /** Finds no incidents, at no cost: for thousands of refreshes. */
  readonly uncorrelated?: boolean;
  /** Another address of the world's server, which has this origin. */
  readonly endpoint?: (origin: string) => string;
  /** Hears of each wait between two tries. */
  readonly onWait?: () => void;
}

/** The product from the socket to the store, as the extension puts it together. */
export interface Product {
  readonly store: AlertStore;
  readonly refresher: Refresher;
  readonly gateway: AzureGateway;
  /** Everything that was logged, as JSON lines. */
  readonly logged: string[];
  /** Milliseconds of each wait between two tries, as asked for. */
  readonly waits: number[];
  /** Milliseconds that each try was given, as asked for. */
  readonly deadlines: Set<number>;
  readonly tokens: string[];
}

export const theToken = sampleToken(tenantId);

export function startProduct(world: FaultWorld, circumstances: Circumstances): Product {
  const { selected, swiftWaits = true, clockOff = () => 0, credential = steadyCredential } = circumstances;
  const endpoint = circumstances.endpoint?.(world.server.origin) ?? world.server.origin;
  const logged: string[] = [];
  const waits: number[] = [];
  const deadlines = new Set<number>();
  const write = (event: string, facts?: unknown) => logged.push(JSON.stringify({ event, facts }));
  const log: Log = { info: write, warn: write };
  const clock = { now: () => Date.now() + clockOff() };
  const gateway = createAzureGateway({
    endpoints: { resourceManagerEndpoint: endpoint, authorityHost: endpoint, portalUrl: endpoint },
    tenants: [tenantId],
    credential: () => credential,
    httpClient: impatient(circumstances.httpClient ?? createNodeHttpClient(), deadlines, circumstances.tryDeadline),
    pause: (milliseconds, cancellation) => {
      waits.push(milliseconds);
      circumstances.onWait?.();
      if (swiftWaits === 'none') return Promise.resolve();
      return pause(swiftWaits ? milliseconds / 100 : milliseconds, cancellation);
    },
    clock,
    log,
  });
  const store = new AlertStore(circumstances.uncorrelated === true ? findsNothing : anImmediateCorrelator());
  const refresher = new Refresher({
    store,
    gateway: () => Promise.resolve(gateway),
    select: (available) => available.filter(({ subscriptionId }) => selected.includes(subscriptionId)),
    clock,
    pauses: systemPauses,
    log,
  });
  return { store, refresher, gateway, logged, waits, deadlines, tokens: [theToken] };
}

const findsNothing: Correlator = {
  start(_, settled) {
    const explanations = { whyAlone: () => Promise.resolve(undefined), compare: () => Promise.resolve(undefined) };
    settled({ ok: true, correlation: emptyCorrelation, explanations });
    return () => undefined;
  },
  reset: () => undefined,
};

const steadyCredential: TokenCredential = {
  getToken: () => Promise.resolve({ token: theToken, expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
};

/** Notes the deadline of each request, and sets a shorter one where the trial has one. */
function impatient(client: HttpClient, asked: Set<number>, deadline: number | undefined): HttpClient {
  return {
    sendRequest(request) {
      asked.add(request.timeout);
      if (deadline !== undefined) request.timeout = deadline;
      return client.sendRequest(request);
    },
  };
}
