import { beforeEach, describe, expect, it } from 'vitest';
import { production } from '../../src/sample/directory.ts';
import { createSampleEnvironment, sampleToken, type SampleEnvironment } from '../../src/sample/index.ts';
import { noon } from '../builders/alert.ts';

const group = `/subscriptions/${production.subscriptionId}/resourceGroups/parcel-tracking/providers`;
const machine = `${group}/Microsoft.Compute/virtualMachines/vm-parcel-api-02`;
const nsg = `${group}/Microsoft.Network/networkSecurityGroups/vm-parcel-api-02-nsg`;

describe('resources of the sample environment', () => {
  let environment: SampleEnvironment;
  beforeEach(() => {
    environment = createSampleEnvironment({ now: noon });
  });

  async function ask(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }> {
    const answer = await environment.handle({
      method,
      url: `https://management.azure.com${path}?api-version=2023-09-01`,
      headers: { authorization: `Bearer ${sampleToken(production.tenant.tenantId)}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: answer.body === '' ? undefined : JSON.parse(answer.body) };
  }

  it('lead from a machine to its network interface and its network security group', async () => {
    const found = await ask('GET', machine);
    const [nic = { id: '' }] = (
      found.body as { properties: { networkProfile: { networkInterfaces: { id: string }[] } } }
    ).properties.networkProfile.networkInterfaces;
    const interfaces = (await ask('GET', nic.id)).body;
    expect(interfaces).toMatchObject({ properties: { networkSecurityGroup: { id: nsg } } });
    expect((await ask('GET', nsg)).body).toMatchObject({ id: nsg, properties: { securityRules: [] } });
  });

  it('are there only where alerts are about them, in any case of their letters', async () => {
    expect((await ask('GET', machine.toUpperCase())).status).toBe(200);
    expect(await ask('GET', `${machine}-other`)).toMatchObject({
      status: 404,
      body: { error: { code: 'ResourceNotFound' } },
    });
  });

  it('keep rules that are written, list them, and forget those that are deleted', async () => {
    const rule = `${nsg}/securityRules/deny`;
    expect((await ask('GET', rule)).status).toBe(404);
    await ask('PUT', rule, { properties: { access: 'Deny' } });
    expect((await ask('GET', rule)).body).toMatchObject({ name: 'deny', properties: { access: 'Deny' } });
    expect((await ask('GET', `${nsg}/securityRules`)).body).toMatchObject({ value: [{ name: 'deny' }] });
    expect((await ask('GET', nsg)).body).toMatchObject({ properties: { securityRules: [{ name: 'deny' }] } });
    await ask('DELETE', rule);
    expect((await ask('GET', rule)).status).toBe(404);
  });

  it('are changed in part by PATCH, and start and stop', async () => {
    await ask('PATCH', machine, { tags: { owner: 'ada' } });
    await ask('POST', `${machine}/deallocate`);
    expect((await ask('GET', machine)).body).toMatchObject({
      tags: { owner: 'ada' },
      properties: { hardwareProfile: {}, instanceView: { statuses: [{ code: 'PowerState/deallocated' }] } },
    });
  });

  it('are none of what has answers of its own', async () => {
    const path = `${group}/Microsoft.Security/nothing/here`;
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'POST'])
      expect((await ask(method, path, {})).status, method).toBe(404);
  });
});
