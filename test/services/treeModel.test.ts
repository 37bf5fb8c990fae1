import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Correction } from '../../src/domain/correlation/corrections/correction.ts';
import type { TreeNode } from '../../src/services/tree/treeNode.ts';
import { incidentOrder, rowsAtOnce, TreeModel } from '../../src/services/treeModel.ts';
import {
  aMemberEntity,
  anAlert,
  aServiceIncident,
  hour,
  noon,
  subscriptionA,
  subscriptionB,
  virtualMachine,
} from '../builders/alert.ts';
import { folded } from '../builders/corrections.ts';
import { aListing, aStoreAfter, aStoreState, aSubscription } from '../builders/storeState.ts';
import { type Wish, treeOf, nothing, story, drawn, fail } from './tree/drawnTree.ts';

function everyNode(tree: TreeModel, nodes = tree.roots()): TreeNode[] {
  return nodes.flatMap((node) => [node, ...everyNode(tree, tree.children(node))]);
}

describe('the tree', () => {
  it('shows incidents with their members in time, missing ones too, then all alerts', () => {
    expect(drawn(treeOf(aStoreState([{ alerts: story() }])))).toEqual([
      'Incidents | 1',
      '  Security incident detected | 2 h · 3 alerts · web-1',
      '    Alert first | 3 h',
      '    Deleted alert | not in the list · 2 h',
      '    Alert second | 2 h',
      'Alerts | 3 · 1 in no incident',
      '  Medium | 3 · 1 in no incident',
      '    Alert alone | 4 h · db-1',
      '    Alert second | 2 h · web-1 · in Security incident detected',
      '    Alert first | 3 h · web-1 · in Security incident detected',
    ]);
  });

  it('gives incidents an icon that no alert has', () => {
    const tree = treeOf(aStoreState([{ alerts: story() }]));
    const icons = (kind: TreeNode['kind']) =>
      everyNode(tree)
        .filter((node) => node.kind === kind)
        .map((node) => tree.describe(node).icon?.kind);
    expect(new Set(icons('incident'))).toEqual(new Set(['media']));
    expect(new Set(icons('alert'))).toEqual(new Set(['codicon']));
  });

  it('puts the worst first, and what is closed last', () => {
    const on = [virtualMachine('x')];
    const alerts = (['Low', 'Unknown', 'High', 'Informational', 'Medium'] as const).map((severity) =>
      anAlert({ called: severity, severity, on }),
    );
    const closed = anAlert({ called: 'closed', severity: 'High', status: 'Dismissed', on: [virtualMachine('y')] });
    const tree = treeOf(aStoreState([{ alerts: [...alerts, closed] }]));
    const section = tree.roots().find(({ id }) => id === 'alerts');
    const labels = tree.children(section ?? fail()).map((node) => tree.describe(node).label);
    expect(labels).toEqual(['High', 'Medium', 'Unknown severity', 'Low', 'Informational', 'Resolved and dismissed']);
  });

  it('says "new", status, progress and the words that it could not read', () => {
    const alert = anAlert({ status: 'InProgress', displayName: 'Odd' });
    const { startTime: _, ...other } = anAlert({ called: 'b', status: 'Unknown', unrecognized: { status: 'Parked' } });
    const tree = treeOf(aStoreState([{ alerts: [alert, other] }]), {
      isNew: ({ id }) => id === alert.key,
      progressOf: ([{ key } = fail()]) => (key === alert.key ? { done: 2, total: 7 } : undefined),
    });
    const rows = drawn(tree).map((row) => row.trim());
    expect(rows).toContain('Odd | new · in progress · 2/7 · 3 h · web-1');
    expect(rows).toContain('Alert b | status Parked · unknown time · web-1');
  });

  it('says in words to a screen reader what the icon says by shape', () => {
    const tree = treeOf(aStoreState([{ alerts: story() }]));
    const labels = everyNode(tree).map((node) => tree.describe(node).accessibleLabel);
    expect(labels).toContain('High severity incident: Security incident detected, 2 h · 3 alerts · web-1');
    expect(labels).toContain('Medium severity alert: Alert first, 3 h');
    expect(labels.every((label) => label !== '')).toBe(true);
  });

  it('names a subscription as the resource by its display name', () => {
    const alert = anAlert({ on: [`/subscriptions/${subscriptionA}`] });
    expect(drawn(treeOf(aStoreState([{ alerts: [alert] }])))).toContain('    Alert a | 3 h · Shop');
  });

  it('makes hostile names visible in every text of every row', () => {
    const evil = '\u202Egnp.exe\u202C\u200B\n$(sync~spin)';
    const alert = anAlert({ displayName: evil, compromisedEntity: evil, description: evil, on: [] });
    const incident = aServiceIncident('i', [aMemberEntity([alert.systemAlertId])], { displayName: evil });
    const subscription = aSubscription(undefined, { displayName: evil });
    const tree = treeOf(aStoreState([{ alerts: [alert, incident], subscription }]));
    for (const node of everyNode(tree)) {
      const { label, description, accessibleLabel } = tree.describe(node);
      const tooltip = tree.tooltip(node).map(({ text }) => text);
      expect([label, description, accessibleLabel, ...tooltip].join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });
});

describe('row ids', () => {
  it('are unique, and the same after a refresh that changed the alerts', () => {
    const store = aStoreAfter([{ alerts: story() }]);
    const before = everyNode(treeOf(store.state)).map(({ id }) => id);
    const listing = aListing(story().map((alert) => ({ ...alert, description: 'changed' })));
    const { subscriptionId } = aSubscription();
    store.apply({ kind: 'alertsListed', subscriptionId, listing, at: noon + hour });
    const after = everyNode(treeOf(store.state)).map(({ id }) => id);
    expect(new Set(before).size).toBe(before.length);
    expect(after).toEqual(before);
  });

  it('lead back to the row above', () => {
    const tree = treeOf(
      aStoreState([{ alerts: story() }, { subscription: aSubscription(subscriptionB), failure: nothing }]),
    );
    for (const node of everyNode(tree)) {
      for (const child of tree.children(node)) expect(tree.parent(child)?.id).toBe(node.id);
    }
  });

  it('are found for every item, an alert of an incident below its incident', () => {
    const tree = treeOf(aStoreState([{ alerts: story() }]));
    const [incident] = tree.children(tree.roots()[0] ?? fail());
    expect(tree.find({ kind: 'incident', id: incident?.kind === 'incident' ? incident.incidentId : '' })).toEqual(
      incident,
    );
    const [first, , , alone] = story();
    expect(tree.parent(tree.find({ kind: 'alert', id: first?.key ?? '' }) ?? fail())?.kind).toBe('incident');
    expect(tree.parent(tree.find({ kind: 'alert', id: alone?.key ?? '' }) ?? fail())?.kind).toBe('group');
    expect(tree.find({ kind: 'alert', id: 'gone' })).toBeUndefined();
  });
});

describe('what people corrected', () => {
  const others = aServiceIncident('case', [aMemberEntity([anAlert({ called: 'first' }).systemAlertId])]);
  const worst = { ...others, severity: 'Low' } as const;
  const pinned: Correction = { kind: 'pin', alerts: [worst.key], pinned: true };

  function corrected(...corrections: readonly Correction[]): TreeModel {
    const store = aStoreAfter([{ alerts: [...story(), worst] }]);
    store.correlateWith({ corrections: folded(...corrections) });
    return treeOf(store.state);
  }

  const incidentsOf = (tree: TreeModel): readonly TreeNode[] => tree.children(tree.roots()[0] ?? fail());

  it('stands first when it is pinned, and says so', () => {
    const keyOfLast = (tree: TreeModel) => incidentsOf(tree).map(({ id }) => id.endsWith(worst.key));
    expect([keyOfLast(corrected()), keyOfLast(corrected(pinned))]).toEqual([
      [false, true],
      [true, false],
    ]);
    const tree = corrected(pinned);
    const row = tree.describe(incidentsOf(tree)[0] ?? fail());
    expect(row.icon?.name).toBe('incident-low-pinned');
    expect(row.description).toMatch(/^pinned · /);
    expect(row.accessibleLabel).toContain('pinned');
  });

  it('can be corrected by what stands below an incident, and by what stands alone', () => {
    const tree = corrected(pinned);
    const [first, second] = incidentsOf(tree);
    const offered = (node: TreeNode | undefined) => tree.describe(node ?? fail()).capabilities;
    expect(offered(first)).toEqual(expect.arrayContaining(['mergeIncidents', 'renameIncident', 'unpinIncident']));
    expect(offered(second)).toContain('pinIncident');
    expect(offered(tree.children(second ?? fail())[0])).toEqual(
      expect.arrayContaining(['removeFromIncident', 'splitIncident', 'moveToIncident']),
    );
    const alone = everyNode(tree).find((node) => node.kind === 'alert' && node.within.kind === 'group');
    expect(offered(alone)).toEqual(expect.arrayContaining(['startIncident', 'moveToIncident']));
  });
});

it('lets the status of an alert be changed unless that is known to be refused', () => {
  const row = { kind: 'alert', id: '', alertKey: anAlert().key, within: { kind: 'group', group: 'Medium' } } as const;
  const offered = (wish: Wish) => treeOf(aStoreState([{ alerts: [anAlert()] }]), wish).describe(row).capabilities;
  const none = { dismiss: false, resolve: false, activate: false };
  expect(offered({})).toEqual(expect.arrayContaining(['dismiss', 'resolve', 'setInProgress']));
  expect(offered({})).not.toContain('activate');
  expect(offered({})).not.toContain('roleIsMissing');
  const some = offered({ rightsIn: () => ({ ...none, dismiss: true }) });
  expect(some).toEqual(expect.arrayContaining(['mayNotResolve', 'roleIsMissing']));
  expect(some).not.toEqual(expect.arrayContaining(['mayNotDismiss']));
  expect(some).not.toEqual(expect.arrayContaining(['mayNotSetInProgress']));
  expect(offered({ rightsIn: () => none })).toEqual(expect.arrayContaining(['mayNotDismiss', 'mayNotSetInProgress']));
});

describe('what is snoozed', () => {
  const member = anAlert({ called: 'member', severity: 'High' });
  const incident = aServiceIncident('incident', [aMemberEntity([member.systemAlertId])]);
  const alone = anAlert({ called: 'alone', severity: 'High', on: [virtualMachine('other')] });
  const state = aStoreState([{ alerts: [member, incident, alone] }]);
  const until = noon + 5 * hour;

  it('stands by itself, says until when, and is in no other list', () => {
    const tree = treeOf(state, { asleep: new Map([[incident.key, until]]) });
    const [incidents, alerts, snoozed] = tree.roots();
    expect(tree.describe(incidents ?? fail())).toMatchObject({ description: 'none found' });
    expect(tree.describe(alerts ?? fail()).description).toBe('1 · 1 in no incident');
    expect(tree.describe(snoozed ?? fail())).toMatchObject({ label: 'Snoozed', description: '1' });
    const [row, ...others] = tree.children(snoozed ?? fail());
    expect(others).toEqual([]);
    expect(tree.describe(row ?? fail()).description).toMatch(/^snoozed until 15:00 · /);
    expect(tree.describe(row ?? fail()).capabilities).toContain('wake');
    expect(tree.parent(row ?? fail())).toEqual(snoozed);
    expect(tree.find({ kind: 'incident', id: incident.key })).toEqual(row);
  });

  it('can be an alert alone', () => {
    const tree = treeOf(state, { asleep: new Map([[alone.key, until]]) });
    const row = tree.find({ kind: 'alert', id: alone.key });
    expect(row).toEqual({
      kind: 'alert',
      id: `snoozed/alert:${alone.key}`,
      alertKey: alone.key,
      within: { kind: 'snoozed' },
    });
    expect(tree.parent(row ?? fail())).toEqual(tree.roots()[2]);
    expect(everyNode(tree).filter((node) => node.kind === 'alert' && node.alertKey === alone.key)).toHaveLength(1);
  });

  it('is no section where nothing sleeps, and the only one with rows where everything does', () => {
    expect(treeOf(state).roots()).toHaveLength(2);
    const everything = new Map([incident.key, alone.key].map((key) => [key, until]));
    expect(treeOf(state, { asleep: everything }).roots()).toHaveLength(3);
  });

  it('is passed over on the way from one incident to the next', () => {
    expect(incidentOrder(state, new Map([[incident.key, until]]))).toEqual([]);
  });
});

it('says of a status that Azure has not accepted yet that it is being sent', () => {
  const store = aStoreAfter([{ alerts: [anAlert()] }]);
  const { key: alertKey, subscriptionId } = anAlert();
  store.apply({ kind: 'statusAsked', changes: [{ alertKey, subscriptionId, changeId: 1, status: 'Dismissed' }] });
  const row = { kind: 'alert', id: '', alertKey, within: { kind: 'group', group: 'Closed' } } as const;
  expect(treeOf(store.state).describe(row).description).toMatch(/^dismissed \(sending\) · /);
});

describe('thousands of alerts', () => {
  const many = Array.from({ length: 2 * rowsAtOnce + 10 }, (_, n) =>
    anAlert({ called: `n${String(n)}`, on: [virtualMachine(`vm-${String(n)}`)], startTime: noon - n }),
  );

  it('are shown some hundred at a time, with a row that shows more', () => {
    const state = aStoreState([{ alerts: many }]);
    const group = { kind: 'group', id: 'alerts/Medium', group: 'Medium' } as const;
    const rows = treeOf(state).children(group);
    expect(rows).toHaveLength(rowsAtOnce + 1);
    expect(treeOf(state).describe(rows.at(-1) ?? fail())).toMatchObject({
      label: `Show ${String(rowsAtOnce)} more`,
      description: `${String(rowsAtOnce + 10)} not shown`,
      capabilities: ['showMore'],
    });
    const further = treeOf(state, { shownRows: () => 2 * rowsAtOnce }).children(group);
    expect(treeOf(state).describe(further.at(-1) ?? fail()).label).toBe('Show 10 more');
    expect(treeOf(state, { shownRows: () => 3 * rowsAtOnce }).children(group)).toHaveLength(many.length);
  });
});

it('shows thousands of incidents some hundred at a time, and finds only those that are shown', () => {
  const incidents = Array.from({ length: rowsAtOnce + 10 }, (_, n) =>
    aServiceIncident(`case-${String(n).padStart(4, '0')}`, []),
  );
  const state = aStoreState([{ alerts: incidents }]);
  const section = { kind: 'section', id: 'incidents', section: 'incidents' } as const;
  const rows = treeOf(state).children(section);
  expect(rows).toHaveLength(rowsAtOnce + 1);
  const more = rows.at(-1) ?? fail();
  expect(treeOf(state).describe(more).label).toBe('Show 10 more');
  expect(treeOf(state).parent(more)).toEqual(section);
  const shown = new Set(rows.map(({ id }) => id));
  const found = incidents.map(({ key }) => treeOf(state).find({ kind: 'incident', id: key }));
  expect(found.filter((node) => node === undefined)).toHaveLength(10);
  expect(found.every((node) => node === undefined || shown.has(node.id))).toBe(true);
  expect(treeOf(state, { shownRows: () => 2 * rowsAtOnce }).children(section)).toHaveLength(incidents.length);
});

it('never loses an alert: each is under its group, and each member under its incident', () => {
  const severities = ['High', 'Medium', 'Low', 'Informational', 'Unknown'] as const;
  const statuses = ['Active', 'InProgress', 'Resolved', 'Dismissed', 'Unknown'] as const;
  const oneAlert = fc.record({
    called: fc.stringMatching(/^[a-z0-9]{1,4}$/),
    severity: fc.constantFrom(...severities),
    status: fc.constantFrom(...statuses),
    intent: fc.constantFrom('Unknown', 'InitialAccess', 'Execution', 'Exfiltration'),
    on: fc.constantFrom([virtualMachine('a')], [virtualMachine('b')], []),
    startTime: fc.integer({ min: noon - 100 * hour, max: noon }),
  });
  fc.assert(
    fc.property(fc.array(oneAlert, { maxLength: 40 }), (wishes) => {
      const state = aStoreState([{ alerts: wishes.map(anAlert) }]);
      const shown = everyNode(treeOf(state)).flatMap((node) =>
        node.kind === 'alert' && node.within.kind === 'group' ? [node.alertKey] : [],
      );
      expect(shown.toSorted()).toEqual([...state.correlation.alerts.keys()].toSorted());
    }),
  );
});
