import { once } from 'node:events';
import { createServer } from 'node:https';
import { createSampleEnvironment } from '../../src/sample/index.ts';
import { makeCertificate } from './certificate.ts';
import { answerAsEntra } from './entra.ts';
import { deliver } from './fault.ts';
import { GraphQuotaWindow } from './graphQuotaWindow.ts';
import { send } from './send.ts';
import { worldOf } from './scenario/scenario.ts';
import { troublesOf } from './scenario/troubles.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { ArmRequest, ArmResponse } from '../../src/sample/index.ts';
import type { Certificate } from './certificate.ts';
import type { Faults } from './fault.ts';
import type { GraphQuotaSize } from './graphQuotaWindow.ts';
import type { WriteQuotaWindow } from './writeQuotaWindow.ts';
import type { Scenario } from './scenario/scenario.ts';

export interface ArmServerOptions {
  /** Epoch milliseconds of the sample environment. */
  readonly now: number;
  /** Other tenants and subscriptions than the sample environment's. */
  readonly scenario?: Scenario;
  readonly faults?: Faults;
  /** Queries that Resource Graph grants, by the clock of this machine. Without it the quota is never used up. */
  readonly graphQuota?: GraphQuotaSize;
  /** Refuses changes of status that are too many; without it none is. */
  readonly writeQuota?: WriteQuotaWindow;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** By default a new one; a server that comes back must show the one that its clients trust. */
  readonly certificate?: Certificate;
}

export interface ArmServer {
  /** Of Resource Manager and of Entra ID alike: `https://127.0.0.1:…`. */
  readonly origin: string;
  /** For `tlsOptions.ca`, or in a file for NODE_EXTRA_CA_CERTS. */
  readonly certificatePem: string;
  /** Every request so far, tokens included. */
  readonly requests: readonly ArmRequest[];
  /** How many connections were made to it so far, before any TLS. */
  connections(): number;
  close(): Promise<void>;
}

/** The sample environment and its sign-in behind HTTPS on this machine, with faults injected on request. */
export async function startArmServer({ now, port = 0, ...given }: ArmServerOptions): Promise<ArmServer> {
  const certificate = given.certificate ?? (await makeCertificate());
  const requests: ArmRequest[] = [];
  const server = createServer(certificate);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const origin = `https://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const { scenario, faults, graphQuota, writeQuota } = given;
  const quota = graphQuota && new GraphQuotaWindow(graphQuota, () => Date.now());
  const environment = createSampleEnvironment({ now, endpoint: origin, ...(scenario && worldOf(scenario, now)) });
  const troubles = scenario && troublesOf(scenario);

  const below = new Map<number | undefined, Socket>();
  const arrived = { connections: 0 };
  server.on('connection', (socket: Socket) => {
    arrived.connections += 1;
    below.set(socket.remotePort, socket);
    socket.once('close', () => below.delete(socket.remotePort));
  });
  const resetBelow = ({ socket }: IncomingMessage): void => void below.get(socket.remotePort)?.resetAndDestroy();

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = await requestOf(incoming, origin);
    requests.push(request);
    // Entra ID describes itself under the name by which it was asked, and client libraries insist on that.
    const asked = `https://${incoming.headers.host ?? new URL(origin).host}`;
    const response =
      answerAsEntra(request, asked, scenario) ??
      writeQuota?.refuse(request) ??
      granted(await environment.handle(request), request, quota);
    const delivery = deliver(response, faults?.(request) ?? troubles?.(request));
    await send(delivery, incoming, outgoing, () => resetBelow(incoming));
  };
  server.on('request', (incoming, outgoing) => {
    // A client that hangs up, or a fault function that throws, ends this one exchange and not the server.
    answer(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  });

  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    if (server.listening) await once(server, 'close');
  };
  return { origin, certificatePem: certificate.cert, requests, connections: () => arrived.connections, close };
}

/** Of queries to Resource Graph, the answer or a refusal, with what is left of the quota. */
function granted(response: ArmResponse, { url }: ArmRequest, quota: GraphQuotaWindow | undefined): ArmResponse {
  if (quota === undefined || !url.includes('/Microsoft.ResourceGraph/')) return response;
  const { headers, refusal } = quota.ask();
  return refusal ?? { ...response, headers: { ...response.headers, ...headers } };
}

async function requestOf(incoming: IncomingMessage, origin: string): Promise<ArmRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
  const body = Buffer.concat(chunks).toString('utf8');
  return {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', origin).href,
    headers: Object.fromEntries(headers),
    ...(body !== '' && { body }),
  };
}
