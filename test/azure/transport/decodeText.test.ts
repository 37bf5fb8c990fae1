import { expect, it } from 'vitest';
import { decodeText } from '../../../src/azure/transport/decodeText.ts';

it.each<[string, Buffer, string | undefined]>([
  ['UTF-8 where nothing is said', Buffer.from('é€😀'), undefined],
  ['UTF-8 without its byte order mark', Buffer.from('\uFEFFé€😀'), 'application/json'],
  ['UTF-16 where it says so', Buffer.from('é€😀', 'utf16le'), 'application/json; charset="utf-16"'],
  ['UTF-8 where the name is unknown', Buffer.from('é€😀'), 'application/json; charset=klingon'],
])('is %s', (_, bytes, contentType) => {
  expect(decodeText(bytes, contentType)).toBe('é€😀');
});

it('bytes that are no text become a text all the same', () => {
  expect(decodeText(Buffer.from([0xff, 0x41]))).toBe('\uFFFDA');
});
