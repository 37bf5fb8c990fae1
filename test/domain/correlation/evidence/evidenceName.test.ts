import { describe, expect, it } from 'vitest';
import type { EvidenceKindName } from '../../../../src/domain/correlation/evidence/evidenceKind.ts';
import { evidenceKindNames } from '../../../../src/domain/correlation/evidence/evidenceKind.ts';
import { evidenceList, evidenceName } from '../../../../src/domain/correlation/evidence/evidenceName.ts';
import { subscriptionA, virtualMachine } from '../../../builders/alert.ts';
import { directoryId } from '../../../builders/correlationWorld.ts';
import { hostileTexts, invisible } from '../../../builders/hostileText.ts';

const machine = virtualMachine('web-1').toLowerCase();

describe('the name of a thing that alerts share', () => {
  it.each<readonly [EvidenceKindName, string, string]>([
    ['resource', machine, 'web-1'],
    ['resource', `host db-1 in ${subscriptionA}`, 'db-1'],
    ['account', `deploy on ${machine}`, 'deploy on web-1'],
    ['account', `deploy on host db-1 in ${subscriptionA}`, 'deploy on db-1'],
    ['session', `process 0x1a 2026-03-02t07:00:00z on ${machine}`, 'process 0x1a 2026-03-02t07:00:00z on web-1'],
    ['privateAddress', `10.0.0.4 in ${machine}`, '10.0.0.4 in web-1'],
    ['address', '203.0.113.7', '203.0.113.7'],
    ['command', `az vm stop --ids ${machine}`, `az vm stop --ids ${machine}`.slice(0, 79) + '…'],
    ['fileHash', '9f86d081884c7d659a2feaa0c55ad015', '9f86d081884c7d65…'],
    ['file', '/tmp/.x/kworkerds', '/tmp/.x/kworkerds'],
    ['file', '/subscriptions/of/the/news', '/subscriptions/of/the/news'],
    ['file', `/home/${'x'.repeat(100)}/run.sh`, `…${'x'.repeat(72)}/run.sh`],
  ])('%s %s is %s', (kind, key, name) => {
    expect(evidenceName({ kind, key })).toBe(name);
  });

  it.each(hostileTexts)('is display text of bounded length, with %j as the key', (text) => {
    for (const kind of evidenceKindNames) {
      for (const key of [text, text.repeat(100)]) {
        const name = evidenceName({ kind, key });
        expect(name).not.toMatch(invisible);
        expect(name.length).toBeLessThanOrEqual(80);
      }
    }
  });
});

describe('several things in words', () => {
  it('are each named with what they are', () => {
    const address = { kind: 'address', key: '203.0.113.7' } as const;
    const resource = { kind: 'resource', key: machine } as const;
    const account = { kind: 'account', key: 'night@contoso.example' } as const;
    expect(evidenceList([])).toBe('');
    expect(evidenceList([address])).toBe('the address 203.0.113.7');
    expect(evidenceList([address, account, resource])).toBe(
      'the address 203.0.113.7, the account night@contoso.example and the resource web-1',
    );
  });

  it('call an account that the directory knows by its id only a service principal', () => {
    expect(evidenceList([{ kind: 'account', key: directoryId(1) }])).toBe(`the service principal ${directoryId(1)}`);
  });
});
