import { finish } from '../../src/domain/steps.ts';
import { describe, expect, it } from 'vitest';
import { alertEntries, incidentEntries, searchItems } from '../../src/services/itemSearch.ts';
import { aMemberEntity, anAlert, aServiceIncident, virtualMachine } from '../builders/alert.ts';
import { aStoreState } from '../builders/storeState.ts';

const brute = anAlert({ called: 'brute', displayName: 'Brute force over SSH', on: [virtualMachine('Web-07')] });
const miner = anAlert({ called: 'miner', displayName: 'Crypto miner', severity: 'High', on: [virtualMachine('db-1')] });
const incident = aServiceIncident('attack', [aMemberEntity([brute.systemAlertId])]);
const { correlation } = aStoreState([{ alerts: [brute, miner, incident] }]);

function found(query: string): string[] {
  return searchItems(finish(alertEntries(correlation)), query, 10).found.map(({ target }) => target.id);
}

describe('searching alerts', () => {
  it('finds by words of title, resource, type and id, in any order and case', () => {
    expect(found('ssh brute')).toEqual([brute.key]);
    expect(found('WEB-07')).toEqual([brute.key]);
    expect(found('_miner')).toEqual([miner.key]);
    expect(found('high vm_testalert')).toEqual([miner.key]);
    expect(found('ssh db-1')).toEqual([]);
  });

  it('lists everything, worst first, while nothing was typed', () => {
    expect(found('  ')).toEqual([miner.key, brute.key]);
  });

  it('says how many more there are beyond the limit', () => {
    const result = searchItems(finish(alertEntries(correlation)), '', 1);
    expect(result).toMatchObject({ more: 1 });
    expect(result.found).toHaveLength(1);
  });

  it('takes no query for a pattern', () => {
    expect(found('.*')).toEqual([]);
    expect(found('(((((')).toEqual([]);
  });
});

it('finds incidents by the resources of their members', () => {
  const result = searchItems(finish(incidentEntries(correlation)), 'web-07', 10);
  expect(result.found.map(({ target }) => target)).toEqual([{ kind: 'incident', id: incident.key }]);
});
