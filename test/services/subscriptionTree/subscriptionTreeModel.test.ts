import { describe, expect, it } from 'vitest';
import type { AlertRights } from '../../../src/domain/alertRights.ts';
import type { AzureResult } from '../../../src/domain/azureFailure.ts';
import type { PlanCoverage } from '../../../src/domain/planCoverage.ts';
import type { AlertListing } from '../../../src/services/ports.ts';
import type { StoreState } from '../../../src/services/storeState.ts';
import type { SubscriptionNode } from '../../../src/services/subscriptionTree/subscriptionNode.ts';
import { ReadOnce } from '../../../src/services/readOnce.ts';
import { subscriptionRowsAtOnce } from '../../../src/services/subscriptionTree/describeSubscriptionNode.ts';
import { SubscriptionTreeModel } from '../../../src/services/subscriptionTree/subscriptionTreeModel.ts';
import { anAlert, hour, noon, subscriptionA } from '../../builders/alert.ts';
import { hostileTexts, invisible } from '../../builders/hostileText.ts';
import { aListing, aStoreAfter, aStoreState, aSubscription, type Reading } from '../../builders/storeState.ts';

const tenantB = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb';
const forbidden = { kind: 'forbidden' } as const;
const unread = <T>(): ReadOnce<T> => new ReadOnce<T>(() => new Promise<AzureResult<T>>(() => undefined));

interface Wish {
  readonly rights?: ReadOnce<AlertRights>;
  readonly coverage?: ReadOnce<PlanCoverage>;
  readonly shownRows?: number;
}

function treeOf(state: StoreState, { rights = unread(), coverage = unread(), shownRows = 0 }: Wish = {}) {
  return new SubscriptionTreeModel({
    state,
    details: { rights, coverage },
    now: noon + 5 * 60_000,
    timeOfDay: (time) => new Date(time).toISOString().slice(11, 16),
    shownRows: () => shownRows,
  });
}

/** What is known of every subscription of a state. */
async function known<T>(state: StoreState, value: T): Promise<ReadOnce<T>> {
  const readings = new ReadOnce<T>(() => Promise.resolve({ ok: true, value }));
  readings.want(state.subscriptions.map(({ subscription }) => subscription));
  await new Promise((resolve) => setImmediate(resolve));
  return readings;
}

/** The tree as indented labels with descriptions, everything expanded. */
function drawn(tree: SubscriptionTreeModel, nodes = tree.roots(), depth = 0): string[] {
  return nodes.flatMap((node) => {
    const { label, description } = tree.describe(node);
    return [`${'  '.repeat(depth)}${label} | ${description}`, ...drawn(tree, tree.children(node), depth + 1)];
  });
}

const rows = (tree: SubscriptionTreeModel): readonly string[] =>
  tree.roots().map((node) => `${tree.describe(node).label} | ${tree.describe(node).description}`);

function named(displayName: string, reading: Omit<Reading, 'subscription'>, tenantId?: string): Reading {
  const id = `11111111-1111-4111-8111-${displayName.padEnd(12, '0').slice(0, 12)}`;
  return { subscription: aSubscription(id, { displayName, ...(tenantId && { tenantId }) }), ...reading };
}

describe('the view of subscriptions', () => {
  it('needs no row for a single tenant, and lists problems first, then by name', () => {
    const state = aStoreState([
      named('sub-10', { alerts: [anAlert()] }),
      named('sub-2', { alerts: [] }),
      named('sub-9', { failure: forbidden }),
      named('loading', {}),
    ]);
    expect(rows(treeOf(state))).toEqual([
      'sub-9 | no access: Security Reader is missing',
      'loading | loading',
      'sub-2 | 0 alerts · 5 min',
      'sub-10 | 1 alert · 5 min',
    ]);
  });

  it('groups by tenant where there are several, those with problems first, each with its counts', () => {
    const state = aStoreState(
      [named('a', { alerts: [] }), named('b', { alerts: [] }, tenantB), named('c', { failure: forbidden }, tenantB)],
      [{ tenantId: 'unlisted', failure: { kind: 'notSignedIn' } }],
    );
    const tree = treeOf(state);
    expect(rows(tree)).toEqual([
      'Tenant unlisted | not signed in',
      `Tenant ${tenantB} | 1 of 2 ok`,
      'Tenant aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa | 1 of 1 ok',
    ]);
    expect(tree.counts).toEqual({ all: 3, ok: 2, failed: 1, loading: 0, restored: 0 });
    expect(tree.firstProblem()).toMatchObject({ kind: 'tenant', tenantId: 'unlisted' });
  });

  it('says of a list that is not whole what may be missing, first of all', () => {
    const partly = treeOf(aStoreAfter([named('shop', { alerts: [] })], [], [{ tenantId: tenantB, rows: 2 }]).state);
    expect(rows(partly)[0]).toBe(`Tenant ${tenantB} | partly listed: 2 rows could not be read`);
    const [{ tenantId }] = [aSubscription()];
    const only = treeOf(aStoreAfter([named('shop', { alerts: [] })], [], [{ tenantId, rows: 1 }]).state);
    expect(rows(only)).toEqual([`Tenant ${tenantId} | partly listed: 1 row could not be read · 1 of 1 ok`]);
    expect(only.firstProblem()).toMatchObject({ kind: 'tenant' });
    const tenants = treeOf(aStoreAfter([named('shop', { alerts: [] })], [], [{ rows: 1 }]).state);
    expect(rows(tenants)).toEqual([
      'Tenants partly listed | 1 row could not be read: others may be missing',
      'shop | 0 alerts · 5 min',
    ]);
    const first = tenants.firstProblem() ?? expect.fail('there is a problem');
    expect(first).toEqual({ kind: 'unreadable', id: 'unreadable' });
    expect(tenants.describe(first).capabilities).toContain('retry');
  });

  it('calls a tenant by its name where Azure told it', () => {
    const state = aStoreState([
      { subscription: aSubscription('x', { tenantName: 'Contoso' }), alerts: [] },
      named('b', { alerts: [] }, tenantB),
    ]);
    expect(rows(treeOf(state))).toContain('Contoso | 1 of 1 ok');
  });

  it('says below a subscription what helps, how old its alerts are, and what is not known yet', () => {
    expect(drawn(treeOf(aStoreState([named('a', { failure: forbidden })])))).toEqual([
      'a | no access: Security Reader is missing',
      '  Ask an owner of the subscription for the role Security Reader; it allows reading alerts. | ',
      '  Alerts | never read: how many there are is not known',
      '  Your rights | being read',
      '  Defender plans | being read',
    ]);
  });

  it('says since when alerts are stale, and keeps counting them', () => {
    const store = aStoreAfter([named('a', { alerts: [anAlert()] })]);
    store.apply({ kind: 'listingFailed', failure: { kind: 'throttled', retryAt: noon + hour } });
    const lines = drawn(treeOf(store.state));
    expect(lines[0]).toBe('a | stale since 10:00 · 1 alert · throttled by Azure until 11:00');
    expect(lines).toContain('  Alerts | 1, read at 10:00 through the alerts API, may have changed since');
  });

  it('says that Defender is off before it counts no alerts, and lists the plans that are off first', async () => {
    const state = aStoreState([named('a', { alerts: [] })]);
    const plans = [
      { name: 'Api', enabled: true },
      { name: 'VirtualMachines', enabled: false },
    ];
    const partly = drawn(treeOf(state, { coverage: await known<PlanCoverage>(state, { plans }) }));
    expect(partly.slice(-3)).toEqual(['  Defender plans | 1 of 2 plans on', '    Servers | off', '    APIs | on']);
    const off = await known<PlanCoverage>(state, { plans: plans.slice(1) });
    expect(rows(treeOf(state, { coverage: off }))).toEqual(['a | Defender is off · 0 alerts · 5 min']);
  });

  it('says where alerts can only be read', async () => {
    const state = aStoreState([named('a', { alerts: [] })]);
    const none = { dismiss: false, resolve: false, activate: false };
    const tree = treeOf(state, { rights: await known(state, none) });
    expect(rows(tree)).toEqual(['a | 0 alerts · 5 min · read only']);
    expect(drawn(tree)).toContain('  Your rights | read only: Security Admin is missing');
    const texts = tree.tooltip(tree.roots()[0] ?? expect.fail()).map(({ text }) => text);
    expect(texts.join(' ')).toContain('the same role on a resource group is not enough');
  });

  it('says through what the alerts were read, and why not through Resource Graph where that was asked first', () => {
    const readAs = (changes: Partial<AlertListing>) => {
      const store = aStoreAfter([{}]);
      store.apply({ kind: 'alertsListed', subscriptionId: subscriptionA, listing: aListing([], changes), at: noon });
      const tree = treeOf(store.state);
      const tooltip = tree.tooltip(tree.roots()[0] ?? expect.fail());
      return [...drawn(tree), ...tooltip.map(({ name = '', text }) => `${name}: ${text}`)].join('\n');
    };
    expect(readAs({ source: 'graph' })).toContain('0, read 5 min ago through Resource Graph, which may lag by minutes');
    expect(readAs({})).toContain('0, read 5 min ago through the alerts API');
    expect(readAs({})).not.toContain('Resource Graph');
    expect(readAs({ graphFailure: { kind: 'notAzure' } })).toMatch(/Azure Resource Graph did not answer: \w/);
    const plans = { plans: [{ name: 'Api', enabled: false }] };
    expect(readAs({ source: 'graph', plans })).toContain('Shop | Defender is off');
  });

  it('offers what helps, and says in words to a screen reader what icons say by shape', () => {
    const tree = treeOf(aStoreState([named('a', { failure: { kind: 'notSignedIn' } })]));
    const row = tree.describe(tree.roots()[0] ?? expect.fail());
    expect(row.capabilities).toEqual(['signIn', 'openInPortal', 'copyId', 'hideSubscription']);
    expect(row.accessibleLabel).toBe('Subscription a: not signed in');
    expect(row.icon).toMatchObject({ name: 'account' });
  });

  it('leads from each row back to the row above it', async () => {
    const state = aStoreState([named('a', { alerts: [] }), named('b', { alerts: [] }, tenantB)]);
    const tree = treeOf(state, { coverage: await known(state, { plans: [{ name: 'Api', enabled: true }] }) });
    const check = (node: SubscriptionNode): number => {
      const children = tree.children(node);
      for (const child of children) expect(tree.parent(child)).toEqual(node);
      return children.reduce((sum, child) => sum + check(child), 1);
    };
    expect(tree.roots().reduce((sum, node) => sum + check(node), 0)).toBe(12);
  });

  it('makes hostile names visible in every text of every row', () => {
    for (const text of hostileTexts) {
      const subscription = aSubscription('x', { displayName: text, tenantName: text, state: text });
      const tree = treeOf(aStoreState([{ subscription, alerts: [] }, named('b', { alerts: [] }, tenantB)]));
      const all = tree.roots().flatMap((node) => [node, ...tree.children(node)]);
      const texts = [...all, ...all.flatMap((node) => tree.children(node))].flatMap((node) => {
        const { label, description, accessibleLabel } = tree.describe(node);
        return [label, description, accessibleLabel, ...tree.tooltip(node).map((line) => line.text)];
      });
      expect(texts.join('')).not.toMatch(invisible);
    }
  });
});

describe('eleven thousand subscriptions', () => {
  const readings = Array.from({ length: 11_000 }, (_, n): Reading => ({
    subscription: aSubscription(`${String(n).padStart(8, '0')}-1111-4111-8111-111111111111`, {
      displayName: `Subscription ${String((n * 7919) % 11_000)}`,
    }),
  }));
  const state = aStoreState(readings);

  it('are listed some hundred at a time, with a row that shows more', () => {
    const tree = treeOf(state);
    const shown = tree.roots();
    expect(shown).toHaveLength(subscriptionRowsAtOnce + 1);
    expect(tree.describe(shown.at(-1) ?? expect.fail())).toMatchObject({
      label: 'Show 500 more',
      capabilities: ['showMore'],
    });
    expect(treeOf(state, { shownRows: 1_000 }).roots()).toHaveLength(1_001);
  });
});
