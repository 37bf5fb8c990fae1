import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResourceAddress } from '../../src/services/ports.ts';
import { subscriptionA, subscriptionB, virtualMachine } from '../builders/alert.ts';
import { inProcessArm, networkError, origin, subscription, uncancelled, type Handler } from './inProcessArm.ts';

const machine: ResourceAddress = { subscription, resourceId: virtualMachine('web-1'), apiVersion: '2024-07-01' };

function read(handler: Handler, address: Partial<ResourceAddress> = {}) {
  const arm = inProcessArm(handler);
  return { ...arm, result: arm.gateway.readResource({ ...machine, ...address }, uncancelled) };
}

function answering(status: number, body: unknown): Handler {
  return () => ({ status, body });
}

describe('reading a resource', () => {
  it('asks for the id with the version that was given, and gives what came', async () => {
    const resource = { id: virtualMachine('web-1'), properties: { provisioningState: 'Succeeded' } };
    const { result, requests } = read(answering(200, resource));
    expect(await result).toEqual({ ok: true, value: { kind: 'found', resource } });
    expect(requests).toEqual([`GET ${origin}${virtualMachine('web-1')}?api-version=2024-07-01`]);
  });

  it.each(['ResourceNotFound', 'NotFound', 'ResourceGroupNotFound', 'ParentResourceNotFound'])(
    'takes the code %s for a resource that is not there',
    async (code) => {
      const { result } = read(answering(404, { error: { code, message: 'No such resource.' } }));
      expect(await result).toEqual({ ok: true, value: { kind: 'absent' } });
    },
  );

  it.each([
    ['a page that something between here and Azure sent', 404, '<html>Not found</html>'],
    ['a subscription that is gone', 404, { error: { code: 'SubscriptionNotFound', message: '' } }],
    ['a version that the service does not know', 404, { error: { code: 'InvalidResourceType', message: '' } }],
    ['a refusal', 403, { error: { code: 'AuthorizationFailed', message: '' } }],
    ['a list in place of a resource', 200, [1]],
    ['no body', 200, ''],
  ])('never takes %s for a resource that is not there', async (_, status, body) => {
    expect(await read(answering(status, body)).result).toMatchObject({ ok: false });
  });

  it('gives a network that fails as a failure', async () => {
    const failing: Handler = () => {
      throw networkError('ENOTFOUND');
    };
    const result = await read(failing).result;
    expect(result).toEqual({ ok: false, failure: { kind: 'offline', detail: 'ENOTFOUND' } });
  }, 20_000);

  it.each([
    ['of another subscription', virtualMachine('web-1', subscriptionB)],
    ['that climbs', `/subscriptions/${subscriptionA}/resourceGroups/../../../tenants`],
    ['with an empty part', `/subscriptions/${subscriptionA}//providers/Microsoft.Compute`],
    ['with a query', `/subscriptions/${subscriptionA}/resourceGroups/shop?api-version=1`],
    ['with a fragment', `/subscriptions/${subscriptionA}/resourceGroups/shop#a`],
    ['with an encoded slash', `/subscriptions/${subscriptionA}/resourceGroups/shop%2f..`],
    ['that is an address', `https://evil.example/subscriptions/${subscriptionA}`],
    ['without a slash at the front', `subscriptions/${subscriptionA}`],
  ])('sends nothing for an id %s', async (_, resourceId) => {
    const { result, requests } = read(answering(200, {}), { resourceId });
    expect(await result).toMatchObject({ ok: false, failure: { kind: 'unexpected', code: 'BadResourceId' } });
    expect(requests).toEqual([]);
  });

  it.each(['latest', '2024-07-01&x=1', ''])('sends nothing for the version "%s"', async (apiVersion) => {
    const { result, requests } = read(answering(200, {}), { apiVersion });
    expect(await result).toMatchObject({ ok: false, failure: { code: 'BadApiVersion' } });
    expect(requests).toEqual([]);
  });

  it('asks for nothing but resources of the subscription at the configured origin, whatever the id is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (tail) => {
        const { result, requests } = read(answering(200, {}), {
          resourceId: `/subscriptions/${subscriptionA}/resourceGroups/${tail}`,
        });
        await result;
        for (const request of requests) {
          const url = new URL(request.slice('GET '.length));
          expect(url.origin).toBe(origin);
          expect(url.pathname.startsWith(`/subscriptions/${subscriptionA}/resourceGroups`)).toBe(true);
          expect([...url.searchParams.keys()]).toEqual(['api-version']);
        }
      }),
    );
  });
});
