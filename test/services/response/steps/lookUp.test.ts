import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/domain/json.ts';
import type { AzureGateway } from '../../../../src/services/ports.ts';
import { lookUp } from '../../../../src/services/response/steps/lookUp.ts';
import { anAlert } from '../../../builders/alert.ts';
import { uncancelled } from '../../../azure/inProcessArm.ts';

const way = {
  resource: '/vm',
  steps: [
    { apiVersion: '1', property: 'nics[].id' },
    { apiVersion: '2', property: 'nsg.id' },
  ],
};

/** Azure with these resources; what is null cannot be read. */
function azureWith(resources: Readonly<Record<string, JsonObject | null>>): Pick<AzureGateway, 'readResource'> {
  return {
    readResource: ({ resourceId }) => {
      const resource = resources[resourceId];
      if (resource === null) return Promise.resolve({ ok: false, failure: { kind: 'forbidden' } });
      const value = resource === undefined ? ({ kind: 'absent' } as const) : ({ kind: 'found', resource } as const);
      return Promise.resolve({ ok: true, value });
    },
  };
}

describe('looking up what a command needs', () => {
  it('follows the way over all resources, and names each end once', async () => {
    const azure = azureWith({
      '/vm': { nics: [{ id: '/a' }, { id: '/b' }, { id: 7 }] },
      '/a': { nsg: { id: '/NSG' } },
      '/b': { nsg: { id: '/nsg' } },
    });
    expect(await lookUp(way, anAlert(), azure, uncancelled)).toEqual({ ok: true, values: ['/nsg'] });
  });

  it('finds nothing where the way ends early', async () => {
    expect(await lookUp(way, anAlert(), azureWith({ '/vm': {} }), uncancelled)).toEqual({ ok: true, values: [] });
  });

  it('never takes what could not be read for nothing', async () => {
    const azure = azureWith({ '/vm': { nics: [{ id: '/a' }] }, '/a': null });
    expect(await lookUp(way, anAlert(), azure, uncancelled)).toEqual({ ok: false, failure: { kind: 'forbidden' } });
  });
});
