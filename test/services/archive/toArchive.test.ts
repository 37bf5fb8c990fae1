import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/domain/steps.ts';
import { isArchivedIncident } from '../../../src/services/archive/archivedIncident.ts';
import { archivedMarkdown } from '../../../src/services/archive/archivedMarkdown.ts';
import { archiveEntries } from '../../../src/services/archive/archiveEntries.ts';
import { isSettled, toArchive } from '../../../src/services/archive/toArchive.ts';
import { whereabouts } from '../../../src/services/archive/whereabouts.ts';
import { attackStory } from '../../builders/attackStory.ts';
import { anAlert, day, noon, subscriptionA, subscriptionB, virtualMachine } from '../../builders/alert.ts';
import { anArchivedIncident } from '../../builders/archivedIncident.ts';
import { hostileTexts, invisible } from '../../builders/hostileText.ts';
import { anAlertStore, aStoreAfter, aStoreState, aSubscription } from '../../builders/storeState.ts';

const now = noon + day;
const shop = aSubscription(subscriptionA, { tenantName: 'Contoso' });
const read = aStoreState([{ subscription: shop, alerts: attackStory() }]);

describe('what is archived', () => {
  it('is each incident with its members, targets, names and the sentence why', () => {
    const [incident] = finish(toArchive(read, now, 0));
    const [original] = read.correlation.incidents;
    expect(isArchivedIncident(incident)).toBe(true);
    expect(incident).toMatchObject({
      id: original?.id,
      title: original?.title,
      subscriptionName: 'Shop',
      tenantId: shop.tenantId,
      tenantName: 'Contoso',
      targets: original?.resourceIds,
      recordedAt: now,
    });
    expect(incident?.members).toHaveLength(original?.members.length ?? 0);
    expect(incident?.members[0]).toMatchObject({ title: 'Successful SSH brute-force attack', status: 'Active' });
    expect(incident?.reason).not.toBe('');
  });

  it('is no lone alert', () => {
    const state = aStoreState([{ alerts: [anAlert()] }]);
    expect(state.correlation.standalone).toHaveLength(1);
    expect(finish(toArchive(state, now, 0))).toEqual([]);
  });

  it('is nothing of a subscription that could not be read again', () => {
    const store = aStoreAfter([{ subscription: shop, alerts: attackStory() }]);
    store.apply({ kind: 'alertsFailed', subscriptionId: subscriptionA, failure: { kind: 'offline' } });
    expect(store.state.correlation.incidents).not.toEqual([]);
    expect(finish(toArchive(store.state, now, 0))).toEqual([]);
  });

  it('is no incident with an alert in a subscription that was not read', () => {
    const { correlation } = read;
    const [first] = correlation.incidents[0]?.members ?? [];
    const elsewhere = new Map(correlation.alerts);
    for (const [key, alert] of elsewhere) {
      if (first?.kind === 'alert' && key === first.alertKey)
        elsewhere.set(key, { ...alert, subscriptionId: subscriptionB });
    }
    const state = { ...read, correlation: { ...correlation, alerts: elsewhere } };
    expect(finish(toArchive(state, now, 0))).toEqual([]);
  });

  it('is nothing that was kept from an earlier window and not read yet', () => {
    const store = anAlertStore();
    const listing = { subscription: shop, at: noon, skipped: [], alerts: attackStory() };
    store.apply({ kind: 'restored', listings: [listing] });
    expect(store.state.correlation.incidents).not.toEqual([]);
    expect(finish(toArchive(store.state, now, 0))).toEqual([]);
  });

  it('is nothing that was read before the archive was cleared', () => {
    expect(finish(toArchive(read, now, noon))).toEqual([]);
  });

  it('waits until nothing is under way and correlation has succeeded', () => {
    expect(isSettled(read)).toBe(true);
    for (const name of ['refreshing', 'correlating', 'correlationFailed'] as const) {
      expect(isSettled({ ...read, [name]: true })).toBe(false);
    }
  });

  it('counts members beyond a thousand instead of keeping them', () => {
    const [incident] = read.correlation.incidents;
    const [member] = incident?.members ?? [];
    if (incident === undefined || member === undefined) throw new Error('The story gives no incident');
    const flood = { ...incident, members: Array.from({ length: 1_200 }, () => member) };
    const state = { ...read, correlation: { ...read.correlation, incidents: [flood] } };
    const [archived] = finish(toArchive(state, now, 0));
    expect([archived?.members.length, archived?.leftOut]).toEqual([1_000, 200]);
  });
});

describe('where an archived incident is', () => {
  const [incident] = finish(toArchive(read, now, 0));
  const gone = anArchivedIncident({ id: 'local:gone' });

  it('is in the list while it is shown', () => {
    expect(incident && whereabouts(incident, read)).toBe('listed');
  });

  it('is known to be elsewhere only where its subscription was read completely', () => {
    expect(whereabouts(gone, read)).toBe('gone');
    expect(whereabouts({ ...gone, subscriptionId: subscriptionB }, read)).toBe('unknown');
    expect(whereabouts(gone, { ...read, refreshing: true })).toBe('unknown');
    expect(whereabouts(gone, aStoreState([{ failure: { kind: 'offline' } }]))).toBe('unknown');
  });

  it('stands in its row', () => {
    const [row] = finish(archiveEntries([gone], read));
    expect(row).toMatchObject({
      label: 'Attack on web-1',
      description: 'High · 2026-03-02',
      detail: "no longer in Azure's list · 1 alert · Shop · web-1",
    });
  });
});

describe('hostile text from the archive', () => {
  const hostile = (text: string) =>
    anArchivedIncident({
      id: text,
      title: text,
      reason: text,
      subscriptionName: text,
      targets: [text, virtualMachine('b')],
      members: [{ title: text, severity: 'Low', type: text }],
    });

  it.each(hostileTexts)('stays text in rows and in Markdown: %j', (text) => {
    const [row] = finish(archiveEntries([hostile(text)], read));
    for (const shown of [row?.label, row?.description, row?.detail]) {
      expect(shown).not.toMatch(invisible);
      expect(shown).not.toContain('$(');
    }
    const markdown = archivedMarkdown(hostile(text));
    expect(markdown).not.toMatch(invisible);
    // Outside of inline code, nothing that Markdown or HTML would read is left.
    expect(markdown.replaceAll(/(`+).*?\1/g, '')).not.toMatch(/(?<!\\)<|\]\(/);
  });

  it('includes times that are none', () => {
    expect(archivedMarkdown(anArchivedIncident({ lastActivity: 1e300 }))).toContain('an unknown time');
  });
});
