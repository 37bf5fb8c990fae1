import { describe, expect, it } from 'vitest';
import { sampleClient } from './sampleClient.ts';

describe('the sample environment', () => {
  it('shows each tenant its own subscriptions, and everything to a token without a tenant', async () => {
    const [nordlicht, harbour] = sampleClient().environment.tenants;
    const names = async (tenantId: string | undefined): Promise<readonly string[]> => {
      const { value } = await sampleClient({ tenantId }).getJson<{ value: { displayName: string }[] }>(
        '/subscriptions?api-version=2022-12-01',
      );
      return value.map(({ displayName }) => displayName);
    };
    expect(await names(nordlicht?.tenantId)).toEqual([
      'Nordlicht Production',
      'Nordlicht Depot Fleet',
      'Nordlicht Payroll',
    ]);
    expect(await names(harbour?.tenantId)).toEqual(['Harbour Shop', 'Harbour Sandbox']);
    expect(await names(undefined)).toHaveLength(5);
  });
});
