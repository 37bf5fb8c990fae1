import type { RowConstraints } from '../corrections/rowConstraints.ts';
import type { LinkContext } from '../links/pairEvidence.ts';

/** Rows fold into episodes so that none has both sides of a separation. */
export function sidesOfEpisodes(
  { episodes }: LinkContext,
  { sides }: RowConstraints,
): ReadonlyMap<number, readonly number[]> {
  const ofEpisodes = new Map<number, readonly number[]>();
  for (const [row, ofRow] of sides) {
    const episode = episodes.of[row] as number;
    ofEpisodes.set(episode, [...(ofEpisodes.get(episode) ?? []), ...ofRow]);
  }
  return ofEpisodes;
}
