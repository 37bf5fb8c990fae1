import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapAlert } from '../../src/azure/mapAlert.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { wireAlert, wireAlertId, wireProperties } from '../builders/wireAlert.ts';
import { subscription } from './inProcessArm.ts';
import { mapped } from './mappedAlert.ts';

describe('hostile rows', () => {
  it('names of the object prototype are names like any other', () => {
    const hostile = '{"__proto__":{"polluted":1},"constructor":"c","toString":"t","hasOwnProperty":5}';
    const properties = JSON.parse(hostile) as JsonObject;
    const extendedProperties = JSON.parse(hostile) as JsonObject;
    const alert = mapped({ id: wireAlertId, properties: { ...wireProperties({ extendedProperties }) }, ...properties });
    expect(Object.keys(alert.additional ?? {})).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty']);
    expect(alert.extendedProperties.map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('an entity that refers to itself is kept as it is', () => {
    const entities = [
      { $id: '1', type: 'process', parentProcess: { $ref: '1' } },
      { $id: '2', type: 'host', x: { $ref: '9' } },
    ];
    expect(mapped(wireAlert({ entities })).entities.map(({ properties }) => properties)).toEqual(entities);
  });

  const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
  const someProperties = fc.record(
    Object.fromEntries(
      [...Object.keys(wireProperties()), 'techniques', 'supportingEvidence'].map((name) => [name, json]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<JsonObject>;

  it('whatever a row is, mapping it never throws, and the ids survive', () => {
    fc.assert(
      fc.property(fc.oneof(json, fc.record({ id: fc.string(), name: json, properties: someProperties })), (row) => {
        const result = mapAlert(row, subscription, 3);
        const id =
          typeof row === 'object' && row !== null && !Array.isArray(row) ? (row as JsonObject)['id'] : undefined;
        if (typeof id === 'string' && id !== '') expect(result).toMatchObject({ id });
        else expect(result).toMatchObject({ index: 3 });
      }),
      { numRuns: 2_000 },
    );
  });

  it('whatever its properties are, every one is used, or kept under its name', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (unknown) => {
        const alert = mapped({ id: wireAlertId, properties: unknown });
        const known = new Set(Object.keys(wireProperties()));
        for (const [name, value] of Object.entries(unknown)) {
          if (!known.has(name)) expect(Object.entries(alert.additional ?? {})).toContainEqual([name, value]);
        }
      }),
    );
  });
});
