import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAzureGateway } from '../../src/azure/index.ts';
import { sampleToken } from '../../src/sample/index.ts';
import { Refresher } from '../../src/services/refresh.ts';
import { ferries, fjord } from '../arm-server/scenario/threeTenants.ts';
import { askingHttpClient } from './askingHttpClient.ts';
import { noPauses, silentLog } from '../builders/correlator.ts';
import { anAlertStore } from '../builders/storeState.ts';
import { wireAlert, wirePage } from '../builders/wireAlert.ts';
import { type AlertsProgram, startAlertsProgram } from './alertsProgram.ts';
import { type BuiltProgram, buildProgram } from './builtProgram.ts';

let built: BuiltProgram;
let azure: AlertsProgram;

beforeAll(async () => {
  built = await buildProgram();
});
afterEach(() => azure.close());
afterAll(() => built.remove());

/** Incidents as sets of the alerts in them. */
type Groups = readonly (readonly string[])[];

const sorted = (groups: Groups): Groups =>
  groups.map((ids) => [...ids].sort()).sort((a, b) => (a.join() < b.join() ? -1 : 1));

/** What the shell makes of `alerts list | correlate --input -`. */
async function piped(): Promise<Groups> {
  const run = { env: azure.environment };
  const endpoint = ['--resource-manager-endpoint', azure.server.origin];
  const list = spawn(process.execPath, [built.program, 'alerts', 'list', ...endpoint], run);
  const correlate = spawn(process.execPath, [built.program, 'correlate', '--input', '-'], run);
  list.stdout.pipe(correlate.stdin);
  list.stderr.resume();
  const { incidents } = JSON.parse(await text(correlate.stdout)) as { incidents: readonly { alertIds: string[] }[] };
  return incidents.map(({ alertIds }) => alertIds);
}

/** What the extension shows of the same Azure. */
async function shown(): Promise<Groups> {
  const store = anAlertStore();
  const { origin } = azure.server;
  const gateway = createAzureGateway({
    endpoints: { resourceManagerEndpoint: origin, authorityHost: origin, portalUrl: origin },
    credential: (tenantId = fjord) => ({
      getToken: () => Promise.resolve({ token: sampleToken(tenantId), expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
    }),
    httpClient: askingHttpClient(azure.server),
    clock: { now: () => Date.now() },
    log: silentLog,
  });
  const dependencies = {
    store,
    select: <T>(all: T) => all,
    clock: { now: () => Date.now() },
    pauses: noPauses,
    log: silentLog,
  };
  await new Refresher({ ...dependencies, gateway: () => Promise.resolve(gateway) }).refresh();
  const byKey = new Map(store.state.subscriptions.flatMap(({ alerts }) => alerts).map((alert) => [alert.key, alert]));
  return store.state.correlation.incidents.map(({ members }) =>
    members.flatMap((member) => (member.kind === 'alert' ? [byKey.get(member.alertKey)?.systemAlertId ?? ''] : [])),
  );
}

describe('alerts list, together with others', () => {
  it('piped into correlate gives the incidents that the extension shows', async () => {
    azure = await startAlertsProgram(built);
    const incidents = await piped();
    expect(incidents.length).toBeGreaterThan(5);
    expect(sorted(incidents)).toEqual(sorted(await shown()));
  });

  it.each(['ndjson', 'json', 'table'])(
    'as %s prints no character of an alert that a terminal obeys',
    async (format) => {
      const name = 'Bad \u001b]0;title\u0007 \u009b31m\u2028\u202egnp.exe';
      const body = JSON.stringify(wirePage([wireAlert({ alertDisplayName: name, compromisedEntity: name })]));
      azure = await startAlertsProgram(built, {
        faults: ({ url }) =>
          url.includes('/alerts?')
            ? { kind: 'answer', status: 200, headers: { 'content-type': 'application/json' }, body }
            : undefined,
      });
      const { output } = await azure.list(['--subscription', ferries, '--format', format]);
      expect(output).toContain('gnp.exe');
      expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      if (format === 'ndjson') expect(JSON.parse(output)).toMatchObject({ properties: { alertDisplayName: name } });
    },
  );

  it('goes through the proxy that HTTPS_PROXY names', async () => {
    azure = await startAlertsProgram(built);
    const proxy = await startProxy();
    const { port } = proxy.server.address() as AddressInfo;
    const environment = { ...azure.environment, HTTPS_PROXY: `http://127.0.0.1:${String(port)}` };
    const outcome = await azure.list(['--subscription', ferries], { environment });
    proxy.server.close();
    expect(outcome.code).toBe(0);
    expect(new Set(proxy.targets)).toEqual(new Set([new URL(azure.server.origin).host]));
  });
});

/** A proxy that only tunnels, and remembers where to. */
async function startProxy(): Promise<{ readonly server: Server; readonly targets: string[] }> {
  const targets: string[] = [];
  const server = createServer().on('connect', ({ url = '' }, socket, head) => {
    targets.push(url);
    const target = new URL(`http://${url}`);
    const tunnel = connect(Number(target.port), target.hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      tunnel.write(head);
      tunnel.pipe(socket).pipe(tunnel);
    });
    for (const end of [socket, tunnel]) end.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, targets };
}
