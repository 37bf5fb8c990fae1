import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFirstRender, writeFirstRender } from '../../src/protocol/firstRender.ts';
import type { HostToWebview } from '../../src/protocol/hostToWebview.ts';
import { hostileTexts } from '../builders/hostileText.ts';

const builtAt = Date.UTC(2026, 0, 1);

function copied(copyId: string): HostToWebview {
  return { type: 'copied', copyId };
}

describe('the first render', () => {
  it('comes back as it was written', () => {
    const message = copied('c1');
    expect(readFirstRender(writeFirstRender(message, builtAt), builtAt)).toEqual(message);
  });

  it('cannot end its element or begin another, whatever it says', () => {
    for (const text of hostileTexts) expect(writeFirstRender(copied(text), builtAt)).not.toMatch(/[<>&\u2028\u2029]/);
  });

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { message } = JSON.parse(writeFirstRender(copied(text), builtAt)) as { message: unknown };
        expect(message).toEqual(copied(text));
      }),
    );
  });

  it.each([
    ['too old', writeFirstRender(copied('c1'), builtAt - 11_000)],
    ['from the future', writeFirstRender(copied('c1'), builtAt + 11_000)],
    ['empty', ''],
    ['not JSON', '{'],
    ['null', 'null'],
    ['of another form', JSON.stringify({ builtAt, message: { type: 'run' } })],
    ['without a time', JSON.stringify({ message: copied('c1') })],
  ])('is nothing when it is %s', (_, text) => {
    expect(readFirstRender(text, builtAt)).toBeUndefined();
  });
});
