import { describe, expect, it } from 'vitest';
import { adoptDeclared } from '../../../../src/domain/correlation/grouping/adoptDeclared.ts';
import { UnionFind } from '../../../../src/domain/correlation/unionFind.ts';

/** Twenty episodes in groups; the service names some of them; all have something in common unless told otherwise. */
function adopt(
  grouped: readonly (readonly number[])[],
  named: readonly number[],
  haveInCommon: (one: number, other: number) => boolean = () => true,
): readonly (readonly [number, number])[] {
  const groups = new UnionFind(20);
  const sizes = new Map<number, number>();
  for (const members of grouped) {
    for (const member of members) groups.union(members[0] as number, member);
    sizes.set(groups.find(members[0] as number), members.length);
  }
  const members = named.map((episode) => ({ row: episode, episode }));
  return adoptDeclared(members, groups, (group) => sizes.get(group) ?? 1, haveInCommon);
}

describe('members that the service names', () => {
  it('come together when they were alone', () =>
    expect(adopt([], [3, 5, 7])).toEqual([
      [3, 5],
      [3, 7],
    ]));

  it('join the group that holds most of them', () => expect(adopt([[8, 9]], [3, 8, 9])).toEqual([[8, 3]]));

  it('stay apart where they have nothing in common', () => expect(adopt([], [3, 5], () => false)).toEqual([]));

  it('are joined by the member that they have something in common with', () =>
    expect(adopt([[8, 9]], [3, 8, 9], (one, other) => one === 9 && other === 3)).toEqual([[9, 3]]));

  it('do not merge two attacks because one stranger is named: it stays among alerts that the service does not name', () =>
    expect(
      adopt(
        [
          [1, 2, 3],
          [10, 11, 12],
        ],
        [1, 2, 3, 10],
      ),
    ).toEqual([]));

  it('bring their group along when the service names most of it', () =>
    expect(
      adopt(
        [
          [1, 2, 3],
          [10, 11, 12],
        ],
        [1, 2, 3, 10, 11],
      ),
    ).toEqual([[1, 10]]));

  it('join nothing when they are one group already, one alert, or none', () =>
    expect([adopt([[1, 2]], [1, 2]), adopt([], [1]), adopt([], [])]).toEqual([[], [], []]));

  it('count an episode once, however many alerts of it are named', () =>
    expect(
      adopt(
        [
          [1, 2, 3],
          [10, 11, 12],
        ],
        [1, 2, 3, 10, 10, 10],
      ),
    ).toEqual([]));
});
