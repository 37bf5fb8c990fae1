import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/domain/json.ts';
import type { ResourceLookup } from '../../../../src/domain/remediation/commands/commandTemplate.ts';
import { lookUp } from '../../../../src/services/response/steps/lookUp.ts';
import type { AzureGateway } from '../../../../src/services/ports.ts';
import { anAlert } from '../../../builders/alert.ts';

const version = '2023-09-01';
const lookup: ResourceLookup = {
  resource: '/vm',
  steps: [
    { apiVersion: version, property: 'nics[].id' },
    { apiVersion: version, property: 'group.id' },
  ],
  besides: [
    { apiVersion: version, property: 'nics[].id' },
    { apiVersion: version, property: 'subnet.id' },
    { apiVersion: version, property: 'group.id' },
  ],
};

/** An Azure of a few resources; a text in place of one stands for a failure. */
function azureOf(resources: Readonly<Record<string, JsonObject | 'fails'>>): Pick<AzureGateway, 'readResource'> {
  return {
    readResource: ({ resourceId }) => {
      const resource = resources[resourceId];
      if (resource === 'fails') return Promise.resolve({ ok: false, failure: { kind: 'offline' } });
      return Promise.resolve({
        ok: true,
        value: resource === undefined ? { kind: 'gone' } : { kind: 'found', resource },
      });
    },
  } as Pick<AzureGateway, 'readResource'>;
}

function look(resources: Readonly<Record<string, JsonObject | 'fails'>>): ReturnType<typeof lookUp> {
  return lookUp(lookup, anAlert(), azureOf(resources), new AbortController().signal);
}

const vm = { nics: [{ id: '/nic' }] };

describe('what a command needs is looked up', () => {
  it('on both ways, each thing once', async () => {
    const nic = { group: { id: '/own' }, subnet: { id: '/subnet' } };
    expect(await look({ '/vm': vm, '/nic': nic, '/subnet': { group: { id: '/shared' } } })).toEqual({
      ok: true,
      values: ['/own', '/shared'],
    });
    expect(await look({ '/vm': vm, '/nic': nic, '/subnet': { group: { id: '/OWN' } } })).toMatchObject({
      values: ['/OWN'],
    });
  });

  it('and found where one way leads nowhere or fails', async () => {
    expect(
      await look({ '/vm': vm, '/nic': { subnet: { id: '/subnet' } }, '/subnet': { group: { id: '/shared' } } }),
    ).toEqual({
      ok: true,
      values: ['/shared'],
    });
    const nic = { group: { id: '/own' }, subnet: { id: '/subnet' } };
    expect(await look({ '/vm': vm, '/nic': nic, '/subnet': 'fails' })).toEqual({ ok: true, values: ['/own'] });
  });

  it('and a failure is no empty answer', async () => {
    expect(await look({ '/vm': 'fails' })).toEqual({ ok: false, failure: { kind: 'offline' } });
    expect(await look({ '/vm': vm, '/nic': { subnet: { id: '/subnet' } }, '/subnet': 'fails' })).toMatchObject({
      ok: false,
    });
    expect(await look({})).toEqual({ ok: true, values: [] });
  });
});
