import type { RisingList } from '../columns/risingLists.ts';
import { evidenceKindOf } from '../evidence/evidenceKind.ts';
import type { LinkContext } from '../links/pairEvidence.ts';

/** What of an actor's background rate (a day) still lets it stand for one attacker. */
const ownActorRate = 0.3;

/** One list for the many episodes without own actors. */
const none: RisingList = [];

/** Episodes are grouped several times, and their own actors are the same each time. */
const memory = new WeakMap<LinkContext, readonly RisingList[]>();

/** For each episode the addresses and accounts that stand for one attacker. */
export function ownActors(context: LinkContext): readonly RisingList[] {
  const known = memory.get(context);
  if (known !== undefined) return known;
  const lists = listActors(context);
  memory.set(context, lists);
  return lists;
}

function listActors({ alerts, episodes, rates }: LinkContext): readonly RisingList[] {
  const lists: RisingList[] = [];
  for (let episode = 0; episode < episodes.size; episode += 1) {
    let actors: number[] | undefined;
    const to = episodes.evidenceFrom[episode + 1] as number;
    for (let at = episodes.evidenceFrom[episode] as number; at < to; at += 1) {
      const evidence = episodes.evidence[at] as number;
      if (evidenceKindOf(alerts.table.kind(evidence)).side !== 'actor') continue;
      if ((rates.perDay[evidence] as number) > ownActorRate) continue;
      if (actors === undefined) actors = [evidence];
      else actors.push(evidence);
    }
    lists.push(actors ?? none);
  }
  return lists;
}
