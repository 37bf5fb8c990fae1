import { once } from 'node:events';
import { get } from 'node:https';
import { text } from 'node:stream/consumers';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { ArmServer } from '../startArmServer.ts';

/** One GET over the socket, without a library between. */
export async function ask(
  { origin, certificatePem }: ArmServer,
  path: string,
  token?: string,
): Promise<{ readonly status?: number | undefined; readonly headers: IncomingHttpHeaders; readonly body: string }> {
  const request = get(`${origin}${path}`, {
    ca: certificatePem,
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }) },
  });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}
