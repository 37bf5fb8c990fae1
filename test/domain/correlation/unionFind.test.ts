import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnionFind } from '../../../src/domain/correlation/unionFind.ts';

describe('UnionFind', () => {
  it('starts with every number in a set of its own', () => {
    const sets = new UnionFind(3);
    expect([0, 1, 2].map((member) => sets.find(member))).toEqual([0, 1, 2]);
  });

  it('says whether joining changed anything', () => {
    const sets = new UnionFind(3);
    expect([sets.union(2, 1), sets.union(1, 2), sets.union(0, 0)]).toEqual([true, false, false]);
  });

  it('represents a set by its least member, in whatever order it grew', () => {
    const pair = fc.tuple(fc.nat(19), fc.nat(19));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
        const [forward, backward] = [new UnionFind(20), new UnionFind(20)];
        for (const [a, b] of pairs) forward.union(a, b);
        for (const [a, b] of pairs.toReversed()) backward.union(b, a);
        const sets = Array.from({ length: 20 }, (_, member) => forward.find(member));
        expect(sets).toEqual(Array.from({ length: 20 }, (_, member) => backward.find(member)));
        for (const [member, root] of sets.entries()) expect(root).toBeLessThanOrEqual(member);
        for (const [a, b] of pairs) expect(sets[a]).toBe(sets[b]);
      }),
    );
  });

  it('takes a chain of a hundred thousand without a deep call', () => {
    const sets = new UnionFind(100_000);
    for (let member = 99_999; member > 0; member -= 1) sets.union(member, member - 1);
    expect(sets.find(99_999)).toBe(0);
  });
});
