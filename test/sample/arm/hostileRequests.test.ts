import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSampleEnvironment } from '../../../src/sample/index.ts';
import { routes } from '../../../src/sample/arm/routes.ts';
import { testNow } from '../sampleClient.ts';

const production = '6f2b9c14-0a51-4e0c-9a57-3c1d7e5b1001';
const environment = createSampleEnvironment({ now: testNow });

const anyValue = fc.oneof(fc.string(), fc.webSegment(), fc.constant(production));
const anyRoute = fc.constantFrom(...routes);
const headers = fc.oneof(
  fc.constant({ authorization: 'Bearer opaque' }),
  fc.record({ authorization: fc.string() }),
  fc.record({ Authorization: fc.json().map((claims) => `Bearer a.${Buffer.from(claims).toString('base64url')}.c`) }),
);
const body = fc.oneof(
  fc.string(),
  fc.json(),
  fc
    .record({
      query: fc.constantFrom('securityresources', 'securityresources | take x | where'),
      options: fc.anything(),
      subscriptions: fc.anything(),
    })
    .map((value) => JSON.stringify(value)),
  fc.record({ properties: fc.anything() }).map((value) => JSON.stringify(value)),
);

describe('requests that no client sends', () => {
  it('are answered with a status, whatever they hold', async () => {
    const request = fc.tuple(anyRoute, anyValue, fc.string(), headers, body);
    await fc.assert(
      fc.asyncProperty(request, async ([route, value, token, sent, text]) => {
        const path = route.template
          .replace('{subscriptionId}', production)
          .replaceAll(/\{\w+\}/g, encodeURIComponent(value).replaceAll('.', ''));
        const query = `api-version=${route.apiVersions[0] ?? ''}&$skiptoken=${encodeURIComponent(token)}`;
        const response = await environment.handle({
          method: route.method,
          url: `${path}?${query}`,
          headers: sent,
          body: text,
        });
        expect([200, 202, 204, 400, 401, 403, 404]).toContain(response.status);
      }),
      { numRuns: 150 },
    );
  });

  it('are answered with 404 when even the address is none', async () => {
    const response = await environment.handle({
      method: 'GET',
      url: 'http://[',
      headers: { authorization: 'Bearer x' },
    });
    expect(response.status).toBe(404);
  });
});
