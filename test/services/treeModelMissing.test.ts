import { describe, expect, it } from 'vitest';
import { TreeModel } from '../../src/services/treeModel.ts';
import { hour, noon, subscriptionB } from '../builders/alert.ts';
import { aStoreAfter, aStoreState, aSubscription } from '../builders/storeState.ts';
import { treeOf, nothing, story, drawn, fail } from './tree/drawnTree.ts';

describe('a list of which something is missing', () => {
  const other = aSubscription(subscriptionB, { displayName: 'Farm' });
  const tooltipOf = (tree: TreeModel) => tree.tooltip(tree.roots()[0] ?? fail());

  it('says so in one row above the incidents, with the cause', () => {
    const tree = treeOf(aStoreState([{ alerts: story() }, { subscription: other, failure: { kind: 'forbidden' } }]));
    expect(drawn(tree)[0]).toBe('No access: Security Reader is missing | incomplete · 1 of 2 subscriptions not read');
    expect(tree.describe(tree.roots()[0] ?? fail()).accessibleLabel).toBe(
      '1 of 2 subscriptions could not be read: incomplete · no access: Security Reader is missing',
    );
    expect(tree.roots().map(({ id }) => id)).toEqual(['status', 'incidents', 'alerts']);
    expect(tooltipOf(tree)[0]).toMatchObject({
      name: 'no access: Security Reader is missing',
      text: expect.stringMatching(/^Farm\. Ask an owner/) as string,
    });
  });

  it('counts each cause where there are several, and says when those that are throttled can be read', () => {
    const throttled = { kind: 'throttled', retryAt: noon + hour } as const;
    const row =
      'Offline: Azure could not be reached | nothing is known about alerts · no subscription read · also: throttled by Azure until 11:00 (1)';
    for (const [first, second] of [
      [throttled, nothing],
      [nothing, throttled],
    ] as const) {
      const tree = treeOf(aStoreState([{ failure: first }, { subscription: other, failure: second }]));
      expect(drawn(tree), 'whatever the order of subscriptions').toEqual([row]);
    }
  });

  it('says since when it is out of date', () => {
    const store = aStoreAfter([{ alerts: story() }]);
    store.apply({ kind: 'listingFailed', failure: nothing });
    const tree = treeOf(store.state);
    expect(drawn(tree)[0]).toBe(
      'Offline: Azure could not be reached | out of date since 10:00 · 1 of 1 subscriptions not read',
    );
    expect(tooltipOf(tree).at(-1)).toEqual({ name: 'Last read', text: '10:00' });
  });

  it('is no empty list: the room is a welcome text’s only when every subscription was read to its end', () => {
    expect(treeOf(aStoreState([])).roots()).toEqual([]);
    expect(treeOf(aStoreState([{ alerts: [] }])).roots()).toEqual([]);
    const partial = treeOf(aStoreState([{ alerts: [] }, { subscription: other, failure: { kind: 'forbidden' } }]));
    expect(drawn(partial)).toEqual([
      'No access: Security Reader is missing | incomplete · 1 of 2 subscriptions not read',
    ]);
  });

  it('says how far reading is, and shows no empty list of incidents, while the first alerts are on their way', () => {
    const { correlation } = aStoreState([]);
    const tree = treeOf({ ...aStoreState([{ alerts: story() }]), correlation, correlating: true });
    expect(drawn(tree)).toEqual(['Not every subscription was read | 1 of 1 subscriptions']);
    const reading = treeOf({ ...aStoreState([{}, { subscription: other }]), refreshing: true });
    expect(drawn(reading)).toEqual(['Reading Azure… | 0 of 2 subscriptions']);
  });

  it('counts rows that could not be read instead of hiding them, and tenants that could not be asked', () => {
    const skipped = aStoreState([{ alerts: [], skipped: [{ reason: 'noId', index: 3 }] }]);
    expect(drawn(treeOf(skipped))).toEqual(['1 row could not be read | incomplete']);
    const unasked = aStoreState([{ alerts: [] }], [{ tenantId: 'tenant-b', failure: { kind: 'notSignedIn' } }]);
    expect(drawn(treeOf(unasked))).toEqual(['Not signed in | incomplete · 1 tenant not read']);
  });

  it('says that the list of subscriptions itself is not whole, and of whom', () => {
    const unlisted = [{ rows: 1 }, { tenantId: 't', tenantName: 'Contoso', rows: 2 }];
    const tree = treeOf(aStoreAfter([{ alerts: [] }], [], unlisted).state);
    expect(drawn(tree)).toEqual(['Subscriptions partly listed | incomplete · 3 rows not read']);
    expect(tooltipOf(tree)[0]?.text).toMatch(/^the list of tenants \(1\), tenant Contoso \(2\)\. Refresh/);
  });

  it('says when Azure is tried again, if that can help', () => {
    const state = aStoreState([{ alerts: [] }, { subscription: other, failure: nothing }]);
    const tree = treeOf(state, { nextAt: noon + 5 * 60_000 });
    expect(tree.describe(tree.roots()[0] ?? fail()).accessibleLabel).toMatch(/ · next try at 10:05$/);
    expect(tooltipOf(tree).at(-1)).toEqual({ name: 'Next try', text: 'at 10:05' });
  });

  it('leads to the subscriptions, and offers signing in or a new try where that helps', () => {
    const offered = (failure: Parameters<typeof aStoreState>[0][0]['failure']) => {
      const tree = treeOf(aStoreState([{ ...(failure && { failure }) }]));
      return tree.describe(tree.roots()[0] ?? fail()).capabilities;
    };
    expect(offered({ kind: 'notSignedIn' })).toEqual(['showSubscriptions', 'showLog', 'signIn']);
    expect(offered({ kind: 'throttled', retryAt: noon })).toEqual(['showSubscriptions', 'showLog', 'retry']);
  });
});
