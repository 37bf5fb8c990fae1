import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleNameProblem, suggestRuleName } from '../../../src/domain/suppression/ruleName.ts';

describe('a name of a rule', () => {
  it('has 2 to 50 characters, begins with a letter or a digit, and holds those, hyphens and underscores', () => {
    expect(['ab', '7-', 'A_b-9', 'a'.repeat(50)].map(ruleNameProblem)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(['', 'a', 'a'.repeat(51)].map(ruleNameProblem)).toEqual(['length', 'length', 'length']);
    expect(['-ab', '_ab', 'äb'].map(ruleNameProblem)).toEqual(['start', 'start', 'start']);
    expect(['a b', 'a/b', 'a.b', 'aä', 'ab\n'].map(ruleNameProblem)).toEqual(Array(5).fill('characters'));
  });

  it('is suggested from any type so that the service takes it and no rule has it', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (type, others) => {
        const first = suggestRuleName(type, others);
        const second = suggestRuleName(type, [...others, first.toUpperCase()]);
        expect([first, second].map(ruleNameProblem)).toEqual([undefined, undefined]);
        expect(second).not.toBe(first);
      }),
    );
    expect(suggestRuleName('K8S.NODE_DriftDetection', [])).toBe('dismiss-K8S-NODE_DriftDetection');
  });
});
