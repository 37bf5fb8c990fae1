import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { createHttpHeaders, RestError } from '@azure/core-rest-pipeline';
import type { GatewayOptions } from '../../src/azure/index.ts';
import { createAzureGateway } from '../../src/azure/index.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import type { AzureGateway, Cancellation } from '../../src/services/ports.ts';
import { noon, subscriptionA } from '../builders/alert.ts';

export const origin = 'https://management.azure.com';
export const tenantA = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
export const tenantB = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb';
export const secret = 'eyJ.SECRET-TOKEN.sig';

export const subscription: Subscription = {
  subscriptionId: subscriptionA,
  tenantId: tenantA,
  displayName: 'Shop',
  state: 'Enabled',
};

export interface Answer {
  readonly status?: number;
  /** A string is sent as it is; anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers one request; may throw what a transport throws, or never settle. */
export type Handler = (request: PipelineRequest) => Answer | Promise<Answer>;

export interface InProcessArm {
  readonly gateway: AzureGateway;
  /** "GET https://…" of each request that reached the transport. */
  readonly requests: string[];
  /** Authorization header of each request. */
  readonly authorizations: (string | undefined)[];
  /** Everything that was logged, as JSON lines. */
  readonly logged: string[];
}

/** The gateway with the real SDK over a handler in this process. */
export function inProcessArm(handler: Handler, options: Partial<GatewayOptions> = {}): InProcessArm {
  const requests: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const logged: string[] = [];
  const httpClient: HttpClient = {
    async sendRequest(request): Promise<PipelineResponse> {
      requests.push(`${request.method} ${request.url}`);
      authorizations.push(request.headers.get('authorization'));
      const { status = 200, body = '', headers = {} } = await handler(request);
      return {
        request,
        status,
        headers: createHttpHeaders({ 'content-type': 'application/json; charset=utf-8', ...headers }),
        bodyAsText: typeof body === 'string' ? body : JSON.stringify(body),
      };
    },
  };
  const write = (event: string, facts?: unknown) => logged.push(JSON.stringify({ event, facts }));
  const gateway = createAzureGateway({
    endpoints: {
      resourceManagerEndpoint: origin,
      authorityHost: 'https://login.example',
      portalUrl: 'https://portal.example',
    },
    credential: () => ({ getToken: () => Promise.resolve({ token: secret, expiresOnTimestamp: noon + 3_600_000 }) }),
    httpClient,
    clock: { now: () => noon },
    log: { info: write, warn: write },
    ...options,
  });
  return { gateway, requests, authorizations, logged };
}

export const uncancelled: Cancellation = new AbortController().signal;

/** What the SDK's transport throws when the network fails. */
export function networkError(code: string): RestError {
  return new RestError(`${code} while connecting`, { code });
}
