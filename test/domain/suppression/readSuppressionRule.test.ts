import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/domain/json.ts';
import { readSuppressionRule } from '../../../src/domain/suppression/readSuppressionRule.ts';
import { suppressionProperties } from '../../../src/domain/suppression/suppressionProperties.ts';
import { anySuppressionRule } from '../../builders/suppressionRule.ts';

const row = (properties: Json): Json => ({ name: 'rule', properties });
const required = { alertType: 'T', reason: 'Other', state: 'Enabled' };

describe('a suppression rule is read', () => {
  it('with its dates in the spelling of the service and in that of its description', () => {
    for (const [expiry, modified] of [
      ['expirationDateUTC', 'lastModifiedUTC'],
      ['expirationDateUtc', 'lastModifiedUtc'],
    ] as const) {
      const rule = readSuppressionRule(
        row({ ...required, [expiry]: '2023-05-30T13:32:11.9057136Z', [modified]: '2022-11-30T13:32:11.9057136Z' }),
      );
      expect(rule?.expires).toBe(Date.UTC(2023, 4, 30, 13, 32, 11, 905));
      expect(rule?.modified).toBe(Date.UTC(2022, 10, 30, 13, 32, 11, 905));
    }
  });

  it('with every condition, and those that it does not understand as they were sent', () => {
    const odd = [{ field: 'entities.ip.address', startsWith: '10.' }, { field: 'f', contains: 'a', in: ['b'] }, 7];
    const allOf: Json = [{ field: 'a', contains: 'x' }, { field: 'b', in: ['y', 'z'] }, ...odd];
    const rule = readSuppressionRule(row({ ...required, suppressionAlertsScope: { allOf } }));
    expect(rule?.conditions).toEqual([
      { kind: 'contains', field: 'a', text: 'x' },
      { kind: 'in', field: 'b', values: ['y', 'z'] },
      ...odd.map((wire) => ({ kind: 'unknown', wire })),
    ]);
  });

  it('and a scope or an expiry that cannot be read is never taken for none', () => {
    const rule = readSuppressionRule(
      row({ ...required, expirationDateUTC: 'soon', suppressionAlertsScope: { anyOf: [] } }),
    );
    expect(rule?.unreadableExpiry).toBe('soon');
    expect(rule?.conditions).toEqual([{ kind: 'unknown', wire: { anyOf: [] }, isWholeScope: true }]);
  });

  it('and a scope that says more than what all must hold is not taken for just that', () => {
    const scope: Json = { allOf: [{ field: 'a', contains: 'x' }], noneOf: [{ field: 'b', contains: 'y' }] };
    const rule = readSuppressionRule(row({ ...required, suppressionAlertsScope: scope }));
    expect(rule?.conditions).toEqual([{ kind: 'unknown', wire: scope, isWholeScope: true }]);
  });

  it('unless it has no name or no properties', () => {
    for (const bad of [null, 3, [], {}, { name: 'a' }, { properties: {} }, { name: '', properties: {} }]) {
      expect(readSuppressionRule(bad)).toBeUndefined();
    }
  });

  it('whatever it holds, without an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readSuppressionRule(value);
        readSuppressionRule(row(value));
      }),
    );
  });

  it('and written back as it was, with what this version does not know', () => {
    const properties: Json = {
      ...required,
      state: 'Paused',
      expirationDateUtc: 'soon',
      suppressionAlertsScope: { allOf: [{ scope: 1 }, { field: 'f', matches: 'x' }] },
      colour: { of: 'the service' },
    };
    expect(suppressionProperties(readSuppressionRule(row(properties))!)).toEqual(properties);
    const odd: Json = { ...required, expirationDateUtc: null, suppressionAlertsScope: [1] };
    expect(suppressionProperties(readSuppressionRule(row(odd))!)).toEqual(odd);
  });

  it('and read again as the same rule after it was written', () => {
    fc.assert(
      fc.property(anySuppressionRule, (rule) => {
        expect(readSuppressionRule({ name: rule.name, properties: suppressionProperties(rule) })).toEqual(rule);
      }),
    );
  });

  it('from each answer that was recorded of the service', () => {
    const file = new URL('../../../../shared/data/recordings/interactions_suppressionRules.json', import.meta.url);
    const exchanges = JSON.parse(readFileSync(file, 'utf8')) as {
      method: string;
      status: { code: number };
      body: string;
    }[];
    const answers = exchanges.filter(({ method, status }) => method !== 'DELETE' && status.code === 200);
    const rows = answers.flatMap(({ body }) => {
      const parsed = JSON.parse(body) as { value?: Json[] };
      return parsed.value ?? [parsed];
    });
    expect(rows.length).toBeGreaterThan(5);
    for (const each of rows) {
      const rule = readSuppressionRule(each);
      expect(rule?.conditions.filter(({ kind }) => kind === 'unknown')).toEqual([]);
      expect(rule?.expires).toBeGreaterThan(rule?.modified ?? Infinity);
      expect(rule).not.toHaveProperty('additional');
    }
  });
});
