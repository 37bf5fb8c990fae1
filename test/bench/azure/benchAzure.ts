import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createAzureGateway } from '../../../src/azure/index.ts';
import type { Subscription } from '../../../src/domain/subscription.ts';
import type { AzureGateway, SourceChoice } from '../../../src/services/ports.ts';
import { silentLog } from '../../builders/correlator.ts';
import { benchCredential } from '../gateway.ts';
import { benchSubscriptionId } from './benchEstate.ts';

/** The estate that a server process has. */
export interface BenchAzureOptions {
  readonly subscriptions: number;
  readonly alertsEach: number;
  /** Milliseconds by which each answer is late. */
  readonly latency: number;
  /** Of Resource Graph; without it there is none. */
  readonly quota?: { readonly queries: number; readonly seconds: number };
}

/** Azure in a process of its own, behind TLS. */
export interface BenchAzure {
  readonly origin: string;
  readonly subscriptions: readonly Subscription[];
  gateway(source: SourceChoice): AzureGateway;
  close(): void;
}

export async function startBenchAzure(options: BenchAzureOptions): Promise<BenchAzure> {
  const { subscriptions, alertsEach, latency, quota = { queries: 0, seconds: 0 } } = options;
  const numbers = [subscriptions, alertsEach, latency, quota.queries, quota.seconds].map(String);
  const server = fork(new URL('./serverProcess.ts', import.meta.url), numbers, {
    execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
  });
  const { origin, certificate } = await firstMessage(server);
  const trusted = getCACertificates('default');
  setDefaultCACertificates([...trusted, certificate]);
  return {
    origin,
    subscriptions: Array.from({ length: subscriptions }, (_, n) => ({
      subscriptionId: benchSubscriptionId(n),
      tenantId: '44444444-4444-4444-8444-444444444444',
      displayName: `Estate ${String(n)}`,
      state: 'Enabled',
    })),
    gateway: (source) =>
      createAzureGateway({
        endpoints: { resourceManagerEndpoint: origin, authorityHost: origin, portalUrl: origin },
        credential: () => benchCredential,
        clock: { now: () => Date.now() },
        log: silentLog,
        source,
      }),
    close: () => {
      server.disconnect();
      setDefaultCACertificates(trusted);
    },
  };
}

async function firstMessage(server: ChildProcess): Promise<{ readonly origin: string; readonly certificate: string }> {
  const [message] = (await once(server, 'message')) as [{ origin: string; certificate: string }];
  return message;
}
