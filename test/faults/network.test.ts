import { describe, expect, it } from 'vitest';
import { createNodeHttpClient } from '../../src/azure/transport/nodeHttpClient.ts';
import { connectionError } from '../../src/azure/transport/transportError.ts';
import { makeCertificate } from '../arm-server/certificate.ts';
import { startConnectProxy } from '../arm-server/connectProxy.ts';
import { faulty, steady } from './faultWorld.ts';
import { startProduct, theToken } from './product.ts';
import { faultTrials } from './trial.ts';

// The SDK reads this variable once in a process; the server is reached by its address in all other tests.
process.env['NO_PROXY'] = 'localhost';

const { survives, world: openedWorld } = faultTrials();
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

  it('F41: what was lost is there again with the first refresh after the network is back', async () => {
    const { refresher, store } = startProduct(openedWorld(), { selected: [faulty, steady] });
    await refresher.refresh();
    await openedWorld().stop();
    await refresher.refresh();
    await openedWorld().startAgain();
    await refresher.refresh();
    expect(store.state.subscriptions.map(({ health }) => health.kind)).toEqual(['ok', 'ok']);
  });
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
  it('F43: requests go through the tunnel of HTTPS_PROXY, and the proxy sees no token', async () => {
    const proxy = await startConnectProxy();
    const { store, refresher } = startProduct(openedWorld(), { selected: [faulty] });
    await withProxy(proxy.address, () => refresher.refresh());
    expect(store.state.subscriptions.map(({ health }) => health.kind)).toEqual(['ok']);
    expect(new Set(proxy.asked)).toEqual(new Set([new URL(openedWorld().server.origin).host]));
    expect(proxy.heard()).not.toContain(theToken);
    await proxy.close();
  });

  it('F43: hosts of NO_PROXY are reached without it', async () => {
    const proxy = await startConnectProxy();
    const endpoint = openedWorld().server.origin.replace('127.0.0.1', 'localhost');
    const { store, refresher } = startProduct(openedWorld(), { selected: [steady], endpoint });
    await withProxy(proxy.address, () => refresher.refresh());
    expect(store.state.subscriptions.map(({ health }) => health.kind)).toEqual(['ok']);
    expect(proxy.asked).toEqual([]);
    await proxy.close();
  });

  it('F43: a proxy that is not there is named as the cause', async () => {
    const { store, refresher } = startProduct(openedWorld(), { selected: [faulty] });
    await withProxy('http://127.0.0.1:1', () => refresher.refresh());
    expect(store.state.failure).toEqual({ kind: 'proxyRefused', detail: 'ECONNREFUSED' });
  });

  it.each([407, 403, 201])(
    'F43: what a proxy answers in place of a tunnel is not Azure’s answer (%s)',
    async (status) => {
      const proxy = await startConnectProxy(status);
      const { store, refresher } = startProduct(openedWorld(), { selected: [faulty] });
      await withProxy(proxy.address, () => refresher.refresh());
      expect(store.state.failure).toMatchObject({ kind: 'proxyRefused' });
      expect(proxy.heard()).not.toContain(theToken);
      await proxy.close();
    },
  );
});

async function withProxy(address: string, work: () => Promise<void>): Promise<void> {
  process.env['HTTPS_PROXY'] = address;
  try {
    await work();
  } finally {
    delete process.env['HTTPS_PROXY'];
  }
}

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
