import { describe, expect, it } from 'vitest';
import type { EvidenceKindName } from '../../../src/domain/correlation/evidence/evidenceKind.ts';
import { evidenceName, shortPlaces } from '../../../src/services/viewModels/evidenceName.ts';
import { subscriptionA, virtualMachine } from '../../builders/alert.ts';

const machine = virtualMachine('web-1').toLowerCase();

describe('the name of a piece of evidence', () => {
  it.each<readonly [EvidenceKindName, string, string]>([
    ['resource', machine, 'web-1'],
    ['resource', `host db-1 in ${subscriptionA}`, 'db-1'],
    ['account', `deploy on ${machine}`, 'deploy on web-1'],
    ['account', `deploy on host db-1 in ${subscriptionA}`, 'deploy on db-1'],
    ['session', `process 0x1a 2026-03-02t07:00:00z on ${machine}`, 'process 0x1a 2026-03-02t07:00:00z on web-1'],
    ['privateAddress', `10.0.0.4 in ${machine}`, '10.0.0.4 in web-1'],
    ['address', '203.0.113.7', '203.0.113.7'],
    ['command', `az vm stop --ids ${machine}`, `az vm stop --ids ${machine}`.slice(0, 119) + '…'],
    ['fileHash', '9f86d081884c7d659a2feaa0c55ad015', '9f86d081884c7d65…'],
    ['file', '/subscriptions/of/the/news', '/subscriptions/of/the/news'],
  ])('%s %s is %s', (kind, key, name) => {
    expect(evidenceName(kind, key)).toBe(name);
  });

  it('leaves the stops and commas of a sentence alone', () => {
    expect(shortPlaces(`They share ${machine}, and deploy on ${machine}.`)).toBe(
      'They share web-1, and deploy on web-1.',
    );
  });
});
