import { createSampleEnvironment, sampleToken } from '../../src/sample/index.ts';
import type { ArmResponse, SampleEnvironment } from '../../src/sample/index.ts';

/** Noon of an ordinary day. */
export const testNow = Date.UTC(2026, 2, 18, 12, 0, 0);

export interface SampleClient {
  readonly environment: SampleEnvironment;
  send(method: string, pathOrUrl: string, body?: unknown): Promise<ArmResponse>;
  /** @throws Error unless the answer is a 200 */
  getJson<T>(pathOrUrl: string): Promise<T>;
}

/** A caller of a fresh sample environment, signed in for one tenant, or with a token that names none. */
export function sampleClient(options: { now?: number; tenantId?: string | undefined } = {}): SampleClient {
  const environment = createSampleEnvironment({ now: options.now ?? testNow });
  const token = options.tenantId === undefined ? 'opaque' : sampleToken(options.tenantId);
  const send = (method: string, pathOrUrl: string, body?: unknown): Promise<ArmResponse> =>
    environment.handle({
      method,
      url: new URL(pathOrUrl, 'https://management.azure.com').href,
      headers: { authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const getJson = async <T>(pathOrUrl: string): Promise<T> => {
    const response = await send('GET', pathOrUrl);
    if (response.status !== 200) throw new Error(`${String(response.status)} ${response.body}`);
    return JSON.parse(response.body) as T;
  };
  return { environment, send, getJson };
}
