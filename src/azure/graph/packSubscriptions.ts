/** A number of alerts that is read by one query, page after page. */
export interface Counted {
  readonly subscriptionId: string;
  readonly alerts: number;
}

/**
 * Subscriptions put together so that their alerts fill whole pages: the quota counts queries, and each page is one.
 * Largest first, each where it fits first. A subscription that alone needs more than a page is on its own, since its
 * pages follow one another while other queries run beside.
 *
 * @param most alerts that one pack may have, and `mostSubscriptions` that it may name.
 */
export function packSubscriptions<T extends Counted>(
  subscriptions: readonly T[],
  most: number,
  mostSubscriptions: number,
): readonly (readonly T[])[] {
  const packs: { room: number; readonly members: T[] }[] = [];
  // The first pack that may still have room for anything: without it many full ones would be looked through each time.
  let firstOpen = 0;
  for (const subscription of [...subscriptions].sort((a, b) => b.alerts - a.alerts)) {
    while ((packs[firstOpen]?.room ?? 1) <= 0) firstOpen += 1;
    const fits = packs.find(
      ({ room, members }, index) =>
        index >= firstOpen && room >= subscription.alerts && members.length < mostSubscriptions,
    );
    if (fits === undefined) packs.push({ room: most - subscription.alerts, members: [subscription] });
    else {
      fits.room -= subscription.alerts;
      fits.members.push(subscription);
    }
  }
  return packs.map(({ members }) => members);
}
