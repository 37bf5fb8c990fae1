import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/domain/json.ts';
import type { Verification } from '../../../../src/domain/remediation/runbooks/verification.ts';
import { checkVerification } from '../../../../src/services/response/steps/checkVerification.ts';
import { withExpectation } from '../../../../src/services/response/steps/withExpectation.ts';

const denied: Verification = {
  resource: '/subscriptions/x',
  apiVersion: '2023-09-01',
  property: 'properties.access',
  expect: { equals: 'Deny' },
};

function found(resource: JsonObject) {
  return { ok: true, value: { kind: 'found', resource } } as const;
}

describe('checking a resource', () => {
  it('holds when the property is as expected', () => {
    const result = checkVerification(denied, found({ properties: { access: 'deny' } }));
    expect(result).toEqual({ outcome: 'holds', expected: 'properties.access is "Deny"' });
  });

  it.each([
    ['another value', { properties: { access: 'Allow' } }, 'properties.access is "Allow"'],
    ['no such property', { properties: {} }, 'no properties.access'],
  ])('says what it found instead: %s', (_, resource, text) => {
    expect(checkVerification(denied, found(resource))).toMatchObject({ outcome: 'differs', found: text });
  });

  it('says that there is no such resource', () => {
    const absent = { ok: true, value: { kind: 'absent' } } as const;
    expect(checkVerification(denied, absent)).toMatchObject({ outcome: 'differs', found: 'no such resource' });
    expect(checkVerification({ ...denied, expect: { gone: true } }, absent)).toMatchObject({ outcome: 'holds' });
  });

  it('says nothing of a resource that could not be read', () => {
    const failed = { ok: false, failure: { kind: 'forbidden' } } as const;
    for (const expectation of [denied.expect, { gone: true }, { absent: true }] as const) {
      expect(checkVerification({ ...denied, expect: expectation }, failed).outcome).toBe('unknown');
    }
  });

  it('shows hostile values of a resource as text', () => {
    const result = checkVerification(denied, found({ properties: { access: '\u202eexe\u001b]0;x\u0007' } }));
    expect(result.found).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('a made-up resource that was changed as a step verifies it', () => {
  const expectations: readonly Verification['expect'][] = [
    { equals: 'Deny' },
    { equals: false },
    { oneOf: ['a', 'b'] },
    { includes: 'x' },
    { absent: true },
    { present: true },
  ];

  it('holds, whatever it was before', () => {
    const properties = fc.constantFrom('properties.a', 'properties.a.b', 'properties.list[].value', 'tags');
    fc.assert(
      fc.property(
        fc.constantFrom(...expectations),
        properties,
        fc.dictionary(fc.string(), fc.jsonValue()),
        (expectation, property, before) => {
          const verification = { ...denied, property, expect: expectation };
          const after = withExpectation(verification, JSON.parse(JSON.stringify(before)) as JsonObject);
          expect(checkVerification(verification, found(after ?? {})).outcome).toBe('holds');
        },
      ),
    );
  });
});
