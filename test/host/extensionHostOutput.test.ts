import { describe, expect, it } from 'vitest';
import { formatRelayed } from './extensionHostOutput.ts';

const blue = 'color: blue';
const plain = 'color: ';

describe('formatRelayed', () => {
  it('drops the label and the colours that the workbench adds', () => {
    expect(formatRelayed(['%c[Extension Host] %c  2 passing', blue, plain])).toBe('  2 passing');
  });

  it('fills in placeholders as the extension host would have', () => {
    expect(formatRelayed(['%c[Extension Host] %c%d of %s', blue, plain, 3, 'four'])).toBe('3 of four');
  });

  it('keeps an empty line empty', () => {
    expect(formatRelayed(['%c[Extension Host]%', blue, ''])).toBe('');
  });

  it('prints what is not text as Node prints it', () => {
    expect(formatRelayed(['%c[Extension Host]%', blue, { failures: 2 }])).toBe('{ failures: 2 }');
  });

  it('drops what VS Code says about its own missing add-ons', () => {
    const noise = '%c[Extension Host] %cError: Could not locate the bindings file. Tried: …';
    expect(formatRelayed([noise, blue, plain])).toBeUndefined();
  });

  it('keeps a label that a test prints itself', () => {
    expect(formatRelayed(['%c[Extension Host] %csaw [Extension Host] here', blue, plain])).toBe(
      'saw [Extension Host] here',
    );
  });
});
