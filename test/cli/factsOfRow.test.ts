import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isSkippedRow, mapAlert } from '../../src/azure/mapAlert.ts';
import { parseWireTime } from '../../src/azure/wire/wireTime.ts';
import { factsOfRow } from '../../src/cli/factsOfRow.ts';
import { WireTimes } from '../../src/cli/wireTimes.ts';
import { propertyMeaning } from '../../src/domain/correlation/evidence/propertyMeaning.ts';
import type { CorrelationFacts } from '../../src/domain/correlation/evidence/correlationFacts.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { subscriptionA } from '../builders/alert.ts';
import { wireAlert } from '../builders/wireAlert.ts';
import { allPages } from '../sample/samplePages.ts';
import { hasSharedData, missingSharedData, readShared } from '../sample/sharedData.ts';

/** Every fact but the tenant, which a list does not name; `satisfies` finds one that is added and not compared. */
const compared = {
  key: true,
  systemAlertId: true,
  alertType: true,
  displayName: true,
  severity: true,
  isIncident: true,
  tactics: true,
  subscriptionId: true,
  startTime: true,
  endTime: true,
  generatedTime: true,
  processingEndTime: true,
  compromisedEntity: true,
  correlationKey: true,
  resources: true,
  entities: true,
  extendedProperties: true,
} as const satisfies Readonly<Record<Exclude<keyof CorrelationFacts, 'tenantId'>, true>>;

function comparedFacts(facts: object): object {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name in compared));
}

function expectSameAsMapped(row: Json): void {
  const facts = factsOfRow(row);
  const alert = mapAlert(row, { subscriptionId: '' });
  if (typeof facts === 'string' || isSkippedRow(alert)) {
    expect([facts]).toEqual([
      isSkippedRow(alert) ? { noId: 'no id', notAnObject: 'not an object' }[alert.reason] : 'a row',
    ]);
    return;
  }
  const extendedProperties = alert.extendedProperties.filter(
    ({ name }) => propertyMeaning(name) !== undefined || name.toLowerCase() === 'isincident',
  );
  expect(comparedFacts(facts)).toEqual(comparedFacts({ ...alert, extendedProperties }));
}

describe('facts of a row are those of the mapped alert', () => {
  describe.skipIf(!hasSharedData)(`in recordings (${missingSharedData})`, () => {
    let rows: readonly Json[] = [];
    beforeAll(() => {
      rows = (readShared('recordings/list_2022-01-01_page1.json') as { value: readonly Json[] }).value;
    });

    it('for each of the 167 recorded alerts', () => {
      expect(rows.length).toBe(167);
      rows.forEach(expectSameAsMapped);
    });
  });

  it('for every alert of the sample environment', async () => {
    const rows = (await allPages()).flatMap(({ value }) => value as unknown as readonly Json[]);
    expect(rows.length).toBeGreaterThan(300);
    rows.forEach(expectSameAsMapped);
  });

  it('whatever the types of the values are', () => {
    const names = [
      'alertType',
      'systemAlertId',
      'alertDisplayName',
      'severity',
      'intent',
      'startTimeUtc',
      'processingEndTimeUtc',
      'isIncident',
      'compromisedEntity',
      'correlationKey',
      'entities',
      'resourceIdentifiers',
      'extendedProperties',
    ];
    const texts = fc.constantFrom(
      '',
      'true',
      'High',
      'Execution, Impact',
      '2026-03-02T10:00:00.5Z',
      '2026-02-30T10:00:00Z',
    );
    const element = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom({ $ref: '1' }, { $id: 1, Type: 'IP' }, { type: 'x', AzureResourceId: '/a' }),
    );
    const value = fc.oneof(
      texts,
      fc.jsonValue({ maxDepth: 2 }),
      fc.array(element),
      fc.constant({ isincident: 'True' }),
    );
    const properties = fc.dictionary(fc.constantFrom(...names), value);
    const id = fc.constantFrom(
      'x',
      '',
      5,
      `/subscriptions/${subscriptionA}/providers/Microsoft.Security/locations/a/alerts/b`,
    );
    fc.assert(
      fc.property(properties, id, (some, alertId) => {
        expectSameAsMapped(wireAlert(some, { id: alertId }));
        expectSameAsMapped({ id: alertId, properties: some as JsonObject });
      }),
      { numRuns: 500 },
    );
  });

  it('when the row is no object or has no id', () => {
    for (const row of [null, 5, 'text', [], {}, { id: '' }]) expectSameAsMapped(row);
  });
});

describe('the tenant of a row', () => {
  it('is that of the first resource that names one, folded', () => {
    const row = wireAlert({
      resourceIdentifiers: [{ type: 'LogAnalytics' }, { azureResourceTenantId: 'AB' }, { azureResourceTenantId: 'cd' }],
    });
    expect(factsOfRow(row)).toMatchObject({ tenantId: 'ab' });
  });

  it('is left out when no resource names one', () => {
    expect(factsOfRow(wireAlert({ resourceIdentifiers: [] }))).not.toHaveProperty('tenantId');
  });
});

describe('fast times are the times of the mapper', () => {
  const times = new WireTimes();

  it('for any text in the usual form, possible or not', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
    const form = fc
      .tuple(
        fc.integer({ min: 1965, max: 2030 }),
        fc.array(two, { minLength: 5, maxLength: 5 }),
        fc.stringMatching(/^[0-9]{0,10}$/),
      )
      .map(([year, [month, day, hour, minute, second], fraction]) => {
        const dot = fraction === '' ? '' : '.';
        return `${year}-${month!}-${day!}T${hour!}:${minute!}:${second!}${dot}${fraction}Z`;
      });
    const usual = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    fc.assert(
      fc.property(fc.oneof(form, usual), (text) => {
        expect(times.parse(text)).toBe(parseWireTime(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    '2026-03-02T10:00:00Z',
    '2026-03-02T23:59:59.9999999Z',
    '2026-03-02T10:00:00.57Z',
    '2026-03-02T10:00:00.Z',
    '2026-03-02T10:00:00+02:00',
    '2026-03-02t10:00:00z',
    '2026/03/02T10:00:00Z',
    '2026-03-02T10-00-00Z',
    '9999-12-31T23:59:59.9999999Z',
    '0001-01-01T00:00:00Z',
    '',
  ])('for "%s"', (text) => {
    expect(times.parse(text)).toBe(parseWireTime(text));
  });
});
