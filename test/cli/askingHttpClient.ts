import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { ask } from '../arm-server/scenario/ask.ts';
import type { ArmServer } from '../arm-server/startArmServer.ts';

/** A transport that trusts one ARM server, so that a test need not change what the whole process trusts. */
export function askingHttpClient(server: ArmServer): HttpClient {
  return {
    async sendRequest(request) {
      const token = request.headers.get('authorization')?.replace('Bearer ', '');
      const { status = 0, headers, body } = await ask(server, request.url.slice(server.origin.length), token);
      const plain = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
      return { request, status, headers: createHttpHeaders(Object.fromEntries(plain)), bodyAsText: body };
    },
  };
}
