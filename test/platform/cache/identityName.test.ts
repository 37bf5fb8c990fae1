import { describe, expect, it } from 'vitest';
import { accountIdentity } from '../../../src/platform/cache/identityName.ts';

const [ada, grace] = [
  { id: 'a', label: 'ada@contoso.example' },
  { id: 'g', label: 'grace@contoso.example' },
];

describe('whose data it is that VS Code signs in for', () => {
  it('is the chosen account, and does not change when others come', () => {
    expect(accountIdentity([ada, grace], ada)).toEqual(accountIdentity([ada], ada));
    expect(accountIdentity([ada, grace], ada)).not.toEqual(accountIdentity([ada, grace], grace));
  });

  it('is the only account, the same before it was chosen and after', () => {
    expect(accountIdentity([ada], undefined)).toEqual(accountIdentity([ada], ada));
  });

  it('cannot be told of several while none was chosen: a guess would be another one after the first token', () => {
    expect(accountIdentity([ada, grace], undefined)).toEqual({ kind: 'unknown' });
  });

  it("is nobody's without an account, or once the chosen one is gone", () => {
    expect(accountIdentity([], undefined)).toEqual({ kind: 'nobody' });
    expect(accountIdentity([grace], ada)).toEqual({ kind: 'nobody' });
  });
});
