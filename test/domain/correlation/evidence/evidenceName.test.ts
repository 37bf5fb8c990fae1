import { describe, expect, it } from 'vitest';
import { evidenceName } from '../../../../src/domain/correlation/evidence/evidenceName.ts';
import { virtualMachine } from '../../../builders/alert.ts';

describe('evidenceName', () => {
  it('calls a resource by its own name, also inside a longer key', () => {
    expect(evidenceName('resource', virtualMachine('web-1'))).toBe('web-1');
    expect(evidenceName('account', `deploy on ${virtualMachine('web-1')}`)).toBe('deploy on web-1');
  });

  it('shows the beginning of a hash and the end of a path', () => {
    expect(evidenceName('fileHash', '9f86d081884c7d659a2feaa0c55ad015')).toBe('9f86d081884c…');
    expect(evidenceName('file', '/tmp/.x/kworkerds')).toBe('kworkerds');
    expect(evidenceName('file', '/tmp/')).toBe('/tmp/');
  });

  it('never shows more than sixty characters', () => expect(evidenceName('command', 'x'.repeat(512))).toHaveLength(60));
});
