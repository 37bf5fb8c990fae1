import { describe, expect } from 'vitest';
import { createNodeHttpClient } from '../../src/azure/transport/nodeHttpClient.ts';
import { connectionError } from '../../src/azure/transport/transportError.ts';
import { makeCertificate } from '../arm-server/certificate.ts';
import { startConnectProxy, type ConnectProxy } from '../arm-server/connectProxy.ts';
import { faulty, steady } from './faultWorld.ts';
import { theToken } from './product.ts';
import { faultTrials, snapshotOf } from './trial.ts';

// The SDK reads this variable once in a process; the server is reached by its address in all other tests.
process.env['NO_PROXY'] = 'localhost';

const { survives, world } = faultTrials();
const everywhere = true;

describe('a network that is down', () => {
  for (const code of ['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE']) {
    const network = failingNetwork(code);
    survives(
      `${code} means offline, after three tries`,
      {
        fault: `F41 ${code}`,
        httpClient: network.client,
        spoil: network.fail,
        outcome: { kind: 'offline', detail: code },
        row: /offline: Azure could not be reached/,
        everywhere,
        requests: 0,
      },
      () => expect(network.tries()).toBe(3),
    );
  }

  survives('a server that is gone means offline', {
    fault: 'F41 ECONNREFUSED',
    spoil: (world) => world.stop(),
    mend: (world) => world.startAgain(),
    outcome: { kind: 'offline', detail: 'ECONNREFUSED' },
    row: /offline/,
    everywhere,
    requests: 0,
  });

  survives(
    'what was lost is there again with the first refresh after the network is back',
    {
      fault: 'F41 back again',
      spoil: () => undefined,
      async meanwhile({ refresher, store }, world) {
        await world.stop();
        await refresher.refresh();
        expect(snapshotOf(store.state, faulty).health).toMatchObject({ kind: 'failed', failure: { kind: 'offline' } });
        await world.startAgain();
        await refresher.refresh();
        return undefined;
      },
      outcome: 'healed',
      requests: 2,
    },
    ({ state }) => expect(snapshotOf(state, steady).health.kind).toBe('ok'),
  );
});

describe('certificates that are not trusted', () => {
  const past = (days: number) => new Date(Date.now() - days * 86_400_000);
  for (const [form, wish, detail, row] of [
    ['self-signed', { name: 'inspecting proxy' }, 'DEPTH_ZERO_SELF_SIGNED_CERT', /not trusted \(corporate proxy\?\)/],
    [
      'expired',
      { name: 'expired', notBefore: past(9), notAfter: past(2) },
      'CERT_HAS_EXPIRED',
      /not valid at this time/,
    ],
    ['for another host', { name: 'other', hosts: ['portal.example'] }, 'ERR_TLS_CERT_ALTNAME_INVALID', /another host/],
  ] as const) {
    survives(`a certificate that is ${form} names its cause, and nothing is sent or tried again`, {
      fault: `F42 ${form}`,
      async spoil(world) {
        const certificate = await makeCertificate(wish);
        if (form !== 'self-signed') world.trust(certificate);
        await world.stop();
        await world.startAgain(certificate);
      },
      async mend(world) {
        world.trust();
        await world.stop();
        await world.startAgain();
      },
      outcome: { kind: 'untrusted', detail },
      row,
      everywhere,
      requests: 0,
    });
  }
});

describe('proxies of the environment', () => {
  let proxy: ConnectProxy | undefined;
  /** A product that has read everything through a proxy. */
  const throughProxy = {
    async prepare() {
      proxy = await startConnectProxy();
      process.env['HTTPS_PROXY'] = proxy.address;
    },
    async mend() {
      delete process.env['HTTPS_PROXY'];
      await proxy?.close();
    },
  };
  const refused = { ...throughProxy, everywhere: true, requests: 0 };

  survives(
    'requests go through the tunnel of HTTPS_PROXY, and the proxy sees no token',
    { ...throughProxy, fault: 'F43 a tunnel', spoil: () => undefined, outcome: 'healed', requests: 2 },
    () => {
      expect(new Set(proxy?.asked)).toEqual(new Set([new URL(world().server.origin).host]));
      expect(proxy?.heard()).not.toContain(theToken);
    },
  );

  survives(
    'hosts of NO_PROXY are reached without it',
    {
      ...throughProxy,
      fault: 'F43 NO_PROXY',
      // A listing of one page: links of the server name it by its address.
      subscriptionId: steady,
      endpoint: (origin) => origin.replace('127.0.0.1', 'localhost'),
      spoil: () => undefined,
      outcome: 'healed',
      requests: 1,
    },
    () => expect(proxy?.asked).toEqual([]),
  );

  survives('a proxy that is gone is named as the cause', {
    ...refused,
    fault: 'F43 gone',
    spoil: () => proxy?.close(),
    mend: () => {
      delete process.env['HTTPS_PROXY'];
    },
    outcome: { kind: 'proxyRefused', detail: 'ECONNREFUSED' },
    row: /proxy/,
  });

  for (const status of [407, 403, 201]) {
    survives(
      `what a proxy answers in place of a tunnel is not Azure’s answer (${String(status)})`,
      {
        ...refused,
        fault: `F43 ${String(status)}`,
        spoil: () => proxy?.refuse(status),
        outcome: { kind: 'proxyRefused' },
        row: /proxy/,
      },
      () => expect(proxy?.heard()).not.toContain(theToken),
    );
  }
});

/** The product's transport until it is told to fail as the network does. */
function failingNetwork(code: string) {
  const real = createNodeHttpClient();
  let failing = false;
  let tries = 0;
  return {
    client: {
      sendRequest(request: Parameters<typeof real.sendRequest>[0]) {
        if (!failing) return real.sendRequest(request);
        tries += 1;
        return Promise.reject(connectionError(Object.assign(new Error(code), { code }), false));
      },
    },
    fail: () => void (failing = true),
    tries: () => tries,
  };
}
