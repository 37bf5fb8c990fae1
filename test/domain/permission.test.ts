import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowed } from '../../src/domain/permission.ts';

const dismiss = 'Microsoft.Security/locations/alerts/dismiss/action';

const allowed = (actions: readonly string[], notActions: readonly string[] = []): boolean =>
  isAllowed([{ actions, notActions }], dismiss);

describe('permissions', () => {
  it.each([
    ['everything', ['*'], []],
    ['the whole provider, as Security Admin has it', ['Microsoft.Security/*'], []],
    ['one action, whatever its case', ['MICROSOFT.SECURITY/locations/alerts/DISMISS/action'], []],
    ['a star in the middle', ['Microsoft.Security/*/dismiss/action'], []],
    ['a star that stands for nothing', ['Microsoft.Security/locations/alerts/dismiss/action*'], []],
    ['all actions of a kind', ['*/action'], []],
    ['what Contributor has: all but rights', ['*'], ['Microsoft.Authorization/*/Write']],
  ])('allow by %s', (_, actions, notActions) => expect(allowed(actions, notActions)).toBe(true));

  it.each([
    ['no role', [], []],
    ['reading, as Security Reader has it', ['Microsoft.Security/*/read'], []],
    ['another provider', ['Microsoft.SecurityInsights/*'], []],
    ['what the same entry takes back', ['Microsoft.Security/*'], ['microsoft.security/*/dismiss/ACTION']],
    ['a beginning without a star', ['Microsoft.Security'], []],
    ['an end that overlaps with the beginning', ['Microsoft.Security/locations/alerts/dismiss/action*action'], []],
  ])('refuse by %s', (_, actions, notActions) => expect(allowed(actions, notActions)).toBe(false));

  it('hold together: what one role leaves out another may allow', () => {
    const reader = { actions: ['*'], notActions: ['Microsoft.Security/*'] };
    const admin = { actions: ['Microsoft.Security/*'], notActions: [] };
    expect(isAllowed([reader], dismiss)).toBe(false);
    expect(isAllowed([reader, admin], dismiss)).toBe(true);
  });
});

describe('a star', () => {
  const word = fc.stringMatching(/^[a-z/.]{0,6}$/);

  it('stands for any text at any place', () =>
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.array(word, { maxLength: 5 }),
        (parts, fillings) => {
          const action = parts.map((part, at) => part + (at < parts.length - 1 ? (fillings[at] ?? '') : '')).join('');
          expect(isAllowed([{ actions: [parts.join('*')], notActions: [] }], action)).toBe(true);
        },
      ),
    ));

  it('means what it means in an expression', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[ab*]{0,8}$/), fc.stringMatching(/^[ab]{0,8}$/), (pattern, action) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
        expect(isAllowed([{ actions: [pattern], notActions: [] }], action)).toBe(expression.test(action));
      }),
    ));

  it('costs no time where a pattern was made to cost some', () => {
    const hostile = '*a'.repeat(2_000);
    const started = performance.now();
    expect(isAllowed([{ actions: [hostile], notActions: [] }], `${'a'.repeat(1_999)}b`)).toBe(false);
    // Milliseconds; what was made to cost time would take longer than anybody waits.
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
