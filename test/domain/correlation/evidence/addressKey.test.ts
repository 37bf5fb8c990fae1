import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey } from '../../../../src/domain/correlation/evidence/addressKey.ts';

const keyOf = (text: string): string | undefined => addressKey(text)?.key;
const scopeOf = (text: string): string | undefined => addressKey(text)?.scope;

describe('addressKey', () => {
  it('gives every spelling of an address one key', () => {
    expect(keyOf(' 203.0.113.7 ')).toBe('203.0.113.7');
    expect(keyOf('2001:DB8:0:0:0:0:0:1')).toBe('2001:db8::1');
    expect(keyOf('2001:db8::1')).toBe('2001:db8::1');
    expect(keyOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(keyOf('::ffff:cb00:7107')).toBe('203.0.113.7');
  });

  it.each(['10.1.2.3', '172.16.0.1', '192.168.1.1', '100.64.0.1', 'fd00::1', '::ffff:10.1.2.3'])(
    'calls %s private: it exists in every network',
    (address) => expect(scopeOf(address)).toBe('private'),
  );

  it.each(['8.8.8.8', '172.32.0.1', '2603:1020::1'])('calls %s public', (address) =>
    expect(scopeOf(address)).toBe('public'),
  );

  it.each(['192.0.2.1', '198.51.100.4', '203.0.113.7', '2001:db8::1'])(
    'calls %s public, since the samples of the service use what is reserved for documentation',
    (address) => expect(scopeOf(address)).toBe('public'),
  );

  it.each([
    ['127.0.0.1', 'loopback'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback inside IPv6'],
    ['169.254.169.254', 'the metadata service'],
    ['169.254.3.4', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['0.0.0.0', 'unspecified'],
    ['::', 'unspecified'],
    ['224.0.0.251', 'multicast'],
    ['ff02::1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
  ])('drops %s (%s): it means the same on every machine', (address) => expect(addressKey(address)).toBeUndefined());

  it.each([
    '',
    '1',
    '3232235777',
    '0x7f000001',
    'web-1',
    '1.2.3.256',
    '8.8.8.8.8',
    '203.0.113.7:443',
    '203.0.113.0/24',
  ])('takes %j for no address', (text) => expect(addressKey(text)).toBeUndefined());

  it.each(['1.2', '10.15.7', '010.8.8.8', '0x8.0x8.0x8.0x8'])(
    'takes %s for no address, though C libraries would: it is a version or a trick',
    (text) => expect(addressKey(text)).toBeUndefined(),
  );

  it('takes a megabyte for no address at once', () => expect(addressKey('1.'.repeat(500_000))).toBeUndefined());

  it('reads the usual form as the library reads all others', () => {
    const part = fc.oneof(fc.constantFrom(0, 10, 16, 31, 32, 63, 64, 100, 127, 128, 168, 169, 172, 192), fc.nat(300));
    const last = fc.constantFrom('', '.', ' ', '0', '.1');
    const parts = fc.oneof(fc.tuple(part, part, part, part), fc.constant([255, 255, 255, 255]));
    fc.assert(
      fc.property(parts, last, (numbers, end) => {
        // The space keeps it from the short way.
        expect(addressKey(numbers.join('.') + end)).toEqual(addressKey(` ${numbers.join('.')}${end}`));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, and gives its own key for each key', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.ipV4Extended()), (text) => {
        const found = addressKey(text);
        if (found !== undefined) expect(addressKey(found.key)).toEqual(found);
      }),
    );
  });
});
