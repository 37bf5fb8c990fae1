import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/domain/json.ts';
import { anAlert } from '../../../builders/alert.ts';
import { collectedEvidence } from '../../../builders/collectedEvidence.ts';
import { directoryId } from '../../../builders/correlationWorld.ts';

function told(name: string, value: Json): readonly string[] {
  return collectedEvidence(anAlert({ on: [], extendedProperties: [{ name, value }] })).found;
}

describe('extended properties', () => {
  it.each(['Client IP Address', 'clientIpAddress', 'attacker source IP', 'caller_ip_address', 'IP'])(
    'that are called "%s" name an address',
    (name) => expect(told(name, '203.0.113.7')).toEqual(['address 203.0.113.7']),
  );

  it('name several addresses in a list, quoted or bare', () =>
    expect(told('client IP address', '["203.0.113.7", \'198.51.100.4\'];[2001:db8::1]')).toEqual([
      'address 203.0.113.7',
      'address 198.51.100.4',
      'address 2001:db8::1',
    ]));

  it('name no private address: they do not say in which network', () =>
    expect(told('source IP', '10.0.0.4')).toEqual([]));

  it('are read up to twenty addresses', () => {
    const many = Array.from({ length: 30 }, (_, index) => `203.0.113.${String(index + 1)}`).join(',');
    expect(told('source IP', many)).toHaveLength(20);
  });

  it('name a principal by its directory id only', () => {
    expect(told('principal object id', directoryId(1).toUpperCase())).toEqual([`account ${directoryId(1)}`]);
    expect(told('principal object id', 'deploy')).toEqual([]);
  });

  it('name an account by what is one person everywhere, never by a bare or generic name', () => {
    expect(told('user name', 'Night@Contoso.example')).toEqual(['account night@contoso.example']);
    expect(told('azureAdUser', directoryId(1))).toEqual([`account ${directoryId(1)}`]);
    expect(told('user name', 'night')).toEqual([]);
    expect(told('user name', 'root')).toEqual([]);
  });

  it.each<[string, Json]>([
    ['destination IP', '203.0.113.7'],
    ['__proto__', '203.0.113.7'],
    ['source IP', 203],
    ['source IP', { address: '203.0.113.7' }],
    ['source IP', `203.0.113.7 ${'x'.repeat(1_000_000)}`],
  ])('called %s tell nothing that is not known to name who did it, or is no short text', (name, value) =>
    expect(told(name, value)).toEqual([]),
  );
});
