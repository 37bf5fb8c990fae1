import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyStopList, readEntry, readStopList } from '../../../../src/domain/correlation/tuning/stopList.ts';
import { virtualMachine } from '../../../builders/alert.ts';
import { hostileTexts } from '../../../builders/hostileText.ts';

const parts = ['addresses', 'accounts', 'resources'] as const;
const nothing = { addresses: [], accounts: [], resources: [] };

describe('an entry of a stop list', () => {
  it.each([
    ['addresses', ' 203.0.113.7 ', '203.0.113.7'],
    ['addresses', '::ffff:203.0.113.7', '203.0.113.7'],
    ['addresses', '10.1.2.3/8', '10.0.0.0/8'],
    ['addresses', '2001:DB8:0:0::1', '2001:db8::1'],
    ['addresses', '2001:db8:1::/32', '2001:db8::/32'],
    ['accounts', 'BreakGlass@Contoso.example', 'breakglass@contoso.example'],
    ['accounts', 'CONTOSO\\svc-backup', 'contoso\\svc-backup'],
    ['resources', `${virtualMachine('Scanner')}/`, virtualMachine('scanner').toLowerCase()],
    ['resources', 'SCANNER-01', 'scanner-01'],
    ['resources', 'arn:aws:ec2:eu-west-1:1:instance', 'arn:aws:ec2:eu-west-1:1:instance'],
  ] as const)('of the %s: %s is read as %s', (part, entry, read) => expect(readEntry(part, entry)).toBe(read));

  it.each([
    ['addresses', 'office'],
    ['addresses', '203.0.113.7/33'],
    ['addresses', '203.0.113.7/8/8'],
    ['addresses', '203.0.113.0/'],
    ['addresses', '2001:db8::/129'],
    ['addresses', '010.15.7'],
    ['accounts', '@contoso.example'],
    ['accounts', 'CONTOSO\\'],
    ['accounts', 'a\nb'],
    ['resources', '/subscriptions/not-a-guid'],
    ['resources', 'shop/web-1'],
    ['resources', 'x'.repeat(513)],
  ] as const)('of the %s: %s is not read', (part, entry) => expect(readEntry(part, entry)).toBeUndefined());

  it('reads the same when it is read again, whatever it says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), (part, entry) => {
        const read = readEntry(part, entry);
        if (read !== undefined) expect(readEntry(part, read)).toBe(read);
      }),
    );
  });

  it('never throws', () => {
    for (const text of hostileTexts) for (const part of parts) expect(() => readEntry(part, text)).not.toThrow();
  });
});

describe('a stop list', () => {
  it('names what it cannot use by place and wording, and keeps the rest', () =>
    expect(readStopList({ ...nothing, addresses: ['198.51.100.1', 'office', '', '198.51.100.1'] })).toEqual({
      stopList: { ...emptyStopList, addresses: ['198.51.100.1'] },
      badEntries: [{ part: 'addresses', index: 1, entry: 'office' }],
    }));

  it('is the same in any order', () => {
    const entries = ['b@contoso.example', 'a@contoso.example'];
    expect(readStopList({ ...nothing, accounts: entries })).toEqual(
      readStopList({ ...nothing, accounts: entries.toReversed() }),
    );
  });
});
