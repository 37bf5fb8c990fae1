import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { sampleToken } from '../../src/sample/index.ts';

export interface ManagedIdentity {
  /** For MSI_ENDPOINT; plain http on this machine, as the real one is. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Seconds that a token is said to be good for. */
const lifetime = 86_400;

/**
 * The endpoint on a machine in Azure that gives tokens to whatever runs there; the Azure CLI signs in with it. It wants
 * the header `Metadata`, which keeps pages in a browser from asking.
 */
export async function startManagedIdentity(tenantId: string): Promise<ManagedIdentity> {
  const server = createServer((request, response) => {
    void answer(request, tenantId).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    if (server.listening) await once(server, 'close');
  };
  return { endpoint: `http://127.0.0.1:${String(port)}/msi`, close };
}

async function answer(request: IncomingMessage, tenantId: string): Promise<{ status: number; body: object }> {
  const form = new URLSearchParams(await text(request));
  if (request.headers['metadata'] !== 'true') return { status: 400, body: { error: 'bad_request_102' } };
  const body = {
    access_token: machineToken(tenantId),
    expires_on: String(Math.floor(Date.now() / 1_000) + lifetime),
    resource: form.get('resource') ?? '',
    token_type: 'Bearer',
  };
  return { status: 200, body };
}

/** A token that says which machine it is for, as the Azure CLI reads from it how it signed in. */
function machineToken(tenantId: string): string {
  const [header = '', payload = '', signature = ''] = sampleToken(tenantId).split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const machine = '/subscriptions/none/resourcegroups/none/providers/Microsoft.Compute/virtualMachines/test-runner';
  return [header, Buffer.from(JSON.stringify({ ...claims, xms_mirid: machine })).toString('base64url'), signature].join(
    '.',
  );
}
