import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { isSkippedRow, mapAlert } from '../../src/azure/mapAlert.ts';
import type { Alert } from '../../src/domain/alert.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { statusAfter, type StatusAction } from '../../src/domain/statusAction.ts';
import { inProcessArm, subscription, uncancelled } from './inProcessArm.ts';

const folder = '../shared/data/recordings';
const absent = !existsSync(folder);

interface Interaction {
  readonly method: string;
  readonly uri: string;
  readonly status: { readonly code: number };
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

interface WireAlert {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly properties: Record<string, Json>;
}

const recordedSubscription = { ...subscription, subscriptionId: '00000000-0000-0000-0000-000000000000' };

function answerOf({ status, headers, body }: Interaction) {
  const flat = Object.entries(headers).map(([name, values]) => [name, values.join(', ')]);
  return { status: status.code, headers: Object.fromEntries(flat) as Record<string, string>, body };
}

const text = (value: Json | undefined) => (typeof value === 'string' ? value : '');

/** The time as the domain keeps it: the seventh digit is a tenth of a microsecond, the domain's unit is a millisecond. */
const cutToMilliseconds = (value: Json | undefined) => Date.parse(text(value).replace(/(\.\d{3})\d+Z$/, '$1Z'));
const asSent = (value: Json | undefined) => value;

/** What the alert of the domain holds for a wire property, and what it must equal. */
const reached: Record<string, [of: (alert: Alert) => unknown, expected: (value: Json | undefined) => unknown]> = {
  status: [(alert) => alert.status, asSent],
  severity: [(alert) => alert.severity, asSent],
  isIncident: [(alert) => alert.isIncident, asSent],
  systemAlertId: [(alert) => alert.systemAlertId, asSent],
  alertType: [(alert) => alert.alertType, asSent],
  alertDisplayName: [(alert) => alert.displayName, asSent],
  description: [(alert) => alert.description, asSent],
  version: [(alert) => alert.version, asSent],
  vendorName: [(alert) => alert.vendorName, asSent],
  productName: [(alert) => alert.productName, asSent],
  // An empty text says nothing and counts as not sent.
  productComponentName: [(alert) => alert.productComponentName ?? '', asSent],
  compromisedEntity: [(alert) => alert.compromisedEntity, asSent],
  alertUri: [(alert) => alert.alertUri, asSent],
  startTimeUtc: [(alert) => alert.startTime, cutToMilliseconds],
  endTimeUtc: [(alert) => alert.endTime, cutToMilliseconds],
  timeGeneratedUtc: [(alert) => alert.generatedTime, cutToMilliseconds],
  processingEndTimeUtc: [(alert) => alert.processingEndTime, cutToMilliseconds],
  remediationSteps: [(alert) => alert.remediationSteps, asSent],
  entities: [(alert) => alert.entities.map(({ properties }) => properties), asSent],
  resourceIdentifiers: [(alert) => alert.resources.map(({ properties }) => properties), asSent],
  extendedProperties: [
    (alert) => Object.fromEntries(alert.extendedProperties.map(({ name, value }) => [name, value])),
    asSent,
  ],
  // Every link has the type "webLink"; it says nothing beyond its having an address.
  extendedLinks: [(alert) => alert.extendedLinks.map((link) => ({ ...link, type: 'webLink' })), asSent],
  // The tactics are kept in kill-chain order; "Unknown" names none.
  intent: [
    (alert) => new Set([...alert.tactics, ...(alert.unrecognized?.intents ?? [])]),
    (value) =>
      new Set(
        text(value)
          .split(', ')
          .filter((word) => word !== 'Unknown'),
      ),
  ],
};

/** Top-level keys: three are fields of the domain, and `type` is the same for every alert. */
const envelope = ['id', 'name', 'type', 'properties'];

describe.skipIf(absent)(`recorded answers of the service, in ${folder}`, () => {
  let rows: readonly WireAlert[] = [];
  let interactions: readonly Interaction[] = [];
  let page = '';

  beforeAll(() => {
    page = readFileSync(`${folder}/list_2022-01-01_page1.json`, 'utf8');
    rows = (JSON.parse(page) as { value: WireAlert[] }).value;
    interactions = JSON.parse(readFileSync(`${folder}/interactions_2022-01-01.json`, 'utf8')) as Interaction[];
  });

  it('the list replays through the SDK without loss: every property of all 167 alerts is reached', async () => {
    const [first, next] = interactions as [Interaction, Interaction];
    // The body of the second page is not among the recordings.
    const bodies = [page, '{"value":[]}'];
    const arm = inProcessArm(() => ({ ...answerOf(arm.requests.length === 1 ? first : next), body: bodies.shift() }));
    const result = await arm.gateway.listAlerts(recordedSubscription, uncancelled);

    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    expect(arm.requests.map(decodeURIComponent)).toEqual(
      [first, next].map(({ uri }) => `GET ${decodeURIComponent(uri)}`),
    );
    expect(result.value).toMatchObject({ pages: 2, skipped: [] });
    expect(result.value.alerts.length).toBe(167);
    for (const [index, alert] of result.value.alerts.entries()) {
      const wire = rows[index]!;
      expect(Object.keys(wire)).toEqual(envelope);
      expect(wire.type).toBe('Microsoft.Security/Locations/alerts');
      expect(alert).toMatchObject({ id: wire.id, name: wire.name });
      for (const [name, value] of Object.entries(wire.properties)) {
        const [of, expected] = reached[name] ?? [];
        if (of === undefined || expected === undefined) throw new Error(`${name} is not reached`);
        expect(of(alert), name).toEqual(expected(value));
      }
    }
  });

  it('no alert has a word, a type or a property that this version does not know', () => {
    const alerts = rows.map((row) => mapAlert(row as unknown as JsonObject, recordedSubscription));
    const odd = alerts.filter(
      (alert) => (isSkippedRow(alert) || alert.additional) ?? alert.unreadable ?? alert.unrecognized,
    );
    expect(odd).toEqual([]);
  });

  it('the location, the group and the time of each alert agree with its id and name', () => {
    for (const row of rows) {
      const alert = mapAlert(row as unknown as JsonObject, recordedSubscription) as Alert;
      expect(row.id.toLowerCase()).toContain(`/locations/${alert.location}/alerts/`);
      expect(row.id.includes('/resourceGroups/')).toBe(alert.resourceGroup !== undefined);
      // Names begin with .NET's largest time minus the start of the alert, in ticks of 100 ns.
      const ticks = 3_155_378_975_999_999_999n - BigInt(row.name.slice(0, 19));
      expect(Number(ticks / 10_000n) - 62_135_596_800_000).toBe(alert.startTime);
    }
  });

  it('each recorded change of state is sent to the recorded address, and leads where the recorded read shows', async () => {
    const changes = interactions.flatMap((post, index) =>
      post.method === 'POST' ? [[post, interactions[index + 1]!] as const] : [],
    );
    expect(changes.length).toBe(9);
    for (const [post, get] of changes) {
      const [, id, action] = /^https:\/\/[^/]+(\/.*)\/(\w+)\?/.exec(post.uri)!;
      const arm = inProcessArm(() => answerOf(post));
      const alert = mapAlert({ id: id! }, recordedSubscription) as Alert;
      const result = await arm.gateway.setStatus(alert, action as StatusAction, uncancelled);
      expect(arm.requests).toEqual([`POST ${post.uri}`]);
      expect(result).toEqual({ kind: 'changed' });
      const read = JSON.parse(get.body) as WireAlert;
      expect(read.properties['status']).toBe(statusAfter[action as StatusAction]);
    }
  });

  it('the alert that was read alone is the alert of the list, but for what changed meanwhile', () => {
    const alone = mapAlert(JSON.parse(interactions[2]!.body) as JsonObject, recordedSubscription) as Alert;
    const listed = mapAlert(rows[0] as unknown as JsonObject, recordedSubscription) as Alert;
    const numbers = /centralus_\d+/g;
    const unnumbered = (alert: Alert) => JSON.parse(JSON.stringify(alert).replaceAll(numbers, 'n')) as Alert;
    expect({ ...unnumbered(alone), status: listed.status }).toEqual(unnumbered(listed));
  });
});
