import type { UnionFind } from '../unionFind.ts';

export interface DeclaredMember {
  readonly row: number;
  readonly episode: number;
}

/**
 * Which episodes a declared incident joins. Members that have anything in common come together; a member that other
 * evidence has placed among alerts which the service does not name stays there: the service names strangers at times,
 * and one stranger must not merge two attacks. The service's incident is shown with all its members either way.
 *
 * @param haveInCommon whether two episodes share anything at all, a hub included, what is on a stop list not.
 * @param sizes number of episodes in each group, by its representative.
 * @returns pairs of episodes to join.
 */
export function adoptDeclared(
  members: readonly DeclaredMember[],
  groups: Pick<UnionFind, 'find'>,
  sizes: (group: number) => number,
  haveInCommon: (one: number, other: number) => boolean,
): readonly (readonly [number, number])[] {
  const named = new Map<number, DeclaredMember[]>();
  for (const member of members) {
    const group = groups.find(member.episode);
    const known = named.get(group);
    if (known === undefined) named.set(group, [member]);
    else known.push(member);
  }
  const distinct = (list: readonly DeclaredMember[]): number => new Set(list.map(({ episode }) => episode)).size;
  const ranked = [...named].sort(([a, ofA], [b, ofB]) => distinct(ofB) - distinct(ofA) || a - b);
  const [home, ...others] = ranked;
  const anchor = home?.[1][0];
  if (anchor === undefined) return [];
  return others.flatMap(([group, list]) => {
    const [first] = list;
    const mostlyNamed = distinct(list) * 2 > sizes(group);
    if (first === undefined || !mostlyNamed) return [];
    const partner = home?.[1].find(({ episode }) => haveInCommon(episode, first.episode));
    return partner === undefined ? [] : [[partner.episode, first.episode] as const];
  });
}
