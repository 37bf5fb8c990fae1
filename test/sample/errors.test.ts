import { describe, expect, it } from 'vitest';
import { createSampleEnvironment } from '../../src/sample/index.ts';
import { sampleClient, testNow } from './sampleClient.ts';
import { hasSharedData, missingSharedData, readShared } from './sharedData.ts';
import type { ArmRequest, ArmResponse } from '../../src/sample/index.ts';

interface RecordedError {
  readonly status: number;
  readonly when: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const arm = 'https://management.azure.com';
const payroll = '/subscriptions/c83e05b9-72d6-4b1f-b7e4-0d5a61f81003';
const sandbox = '/subscriptions/17c9f8d4-36ae-4b70-95f3-c20e8ab61005';
const production = '/subscriptions/6f2b9c14-0a51-4e0c-9a57-3c1d7e5b1001';
const alerts = 'providers/Microsoft.Security/alerts?api-version=2022-01-01';

function withClaims(claims: object): Readonly<Record<string, string>> {
  return { Authorization: `Bearer e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.e30` };
}

function send(path: string, headers: ArmRequest['headers'], method = 'GET'): Promise<ArmResponse> {
  return createSampleEnvironment({ now: testNow }).handle({ method, url: arm + path, headers });
}

const opaque = { authorization: 'Bearer opaque' };

/** How to bring the recorded errors about; throttling is left to the fault hook of the ARM server. */
const provoked: Readonly<Record<string, () => Promise<ArmResponse>>> = {
  'no Authorization header': () => send(`${production}/${alerts}`, {}),
  'expired token': () => send(`${production}/${alerts}`, withClaims({ exp: 1 })),
  'no RBAC': () => send(`${payroll}/${alerts}`, withClaims({ oid: 'o', upn: 'u' })),
  'Microsoft.Security not registered on the subscription': () => send(`${sandbox}/${alerts}`, opaque),
  'subscription does not exist / not visible': () =>
    send(`/subscriptions/00000000-0000-4000-a000-000000000000/${alerts}`, opaque),
  'resource group missing': () => send(`${production}/resourceGroups/nowhere/${alerts}`, opaque),
  'suppression rule missing (NOT ARM shaped)': () =>
    send(
      `${production}/providers/Microsoft.Security/alertsSuppressionRules/none?api-version=2019-01-01-preview`,
      opaque,
    ),
};

describe('errors', () => {
  it('name the caller, the action and the subscription when access is refused', async () => {
    const { status, headers, body } = await send(
      `${payroll}/${alerts}`,
      withClaims({ oid: 'object-1', upn: 'somebody' }),
    );
    expect(status).toBe(403);
    expect(headers['x-ms-failure-cause']).toBe('gateway');
    const { error } = JSON.parse(body) as { error: { code: string; message: string } };
    expect(error.code).toBe('AuthorizationFailed');
    expect(error.message).toContain(`'somebody' with object id 'object-1'`);
    expect(error.message).toContain(`'Microsoft.Security/alerts/read' over scope '${payroll}'`);
  });

  it('refuse a change with the name of the action', async () => {
    const path = `${payroll}/providers/Microsoft.Security/locations/westeurope/alerts/x/dismiss?api-version=2022-01-01`;
    const { status, body } = await send(path, opaque, 'POST');
    expect([status, body.includes('Microsoft.Security/locations/alerts/dismiss/action')]).toEqual([403, true]);
  });

  it('hide the subscriptions of another tenant', async () => {
    const [, harbour] = sampleClient().environment.tenants;
    const { status, body } = await sampleClient({ tenantId: harbour?.tenantId }).send('GET', `${production}/${alerts}`);
    expect(status).toBe(404);
    expect(body).toContain('SubscriptionNotFound');
  });

  it.each([
    ['no api-version', `${production}/providers/Microsoft.Security/alerts`, 'MissingApiVersionParameter'],
    [
      'an unknown api-version',
      `${production}/providers/Microsoft.Security/alerts?api-version=2099-01-01`,
      'InvalidApiVersionParameter',
    ],
    ['a foreign skip token', `${production}/${alerts}&$skiptoken=nonsense`, 'BadRequest'],
  ])('refuse %s', async (_, path, code) => {
    const { status, body } = await send(path, opaque);
    expect(status).toBe(400);
    expect(body).toContain(`"code":"${code}"`);
  });

  it('answer 404 to a path that is no operation, and to a path that cannot be decoded', async () => {
    expect((await send('/nothing?api-version=1', opaque)).status).toBe(404);
    expect((await send(`/subscriptions/%E0%A4%A/${alerts}`, opaque)).status).toBe(404);
  });

  it('answer 404 in the shape of ARM for an alert that does not exist', async () => {
    const path = `${production}/providers/Microsoft.Security/locations/westeurope/alerts/none?api-version=2022-01-01`;
    const { status, body } = await send(path, opaque);
    expect(status).toBe(404);
    expect(Object.keys((JSON.parse(body) as { error: object }).error)).toEqual(['code', 'message']);
  });

  describe.skipIf(!hasSharedData)(`as recorded (${missingSharedData})`, () => {
    it.each(Object.keys(provoked))('are told in the same status, headers and words: %s', async (when) => {
      const recorded = (readShared('recordings/arm-errors.json') as readonly RecordedError[]).find(
        (error) => error.when === when,
      );
      const response = await provoked[when]?.();
      expect(response?.status).toBe(recorded?.status);
      expect(wordsOf(JSON.parse(response?.body ?? ''))).toEqual(wordsOf(recorded?.body));
      const headers = Object.entries(recorded?.headers ?? {}).filter(([name]) => name !== 'connection');
      expect(response?.headers).toMatchObject(Object.fromEntries(headers));
    });
  });
});

/** An error without the names and values that differ from case to case. */
function wordsOf(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body)
      .replaceAll(/'[^']*'/g, (quoted) => (quoted === "'Authorization'" ? quoted : "'…'"))
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '{guid}'),
  ) as unknown;
}
