import fc from 'fast-check';
import type { Alert } from '../../src/domain/alert.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { severities } from '../../src/domain/severity.ts';
import { tactics } from '../../src/domain/killChain.ts';
import { anAlert } from './alert.ts';

/** Whatever JSON can say: not -0, which it writes as 0. */
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json);

const jsonObject = fc.dictionary(
  fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', '$ref')),
  json,
  { noNullPrototype: true },
) as fc.Arbitrary<JsonObject>;

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\n', '\0', '\u2028', '\ud800', '{"'),
);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

/** Any alert that the mapping could make of something that Azure sent. */
export const anyAlert: fc.Arbitrary<Alert> = fc
  .record({
    called: fc.nat().map(String),
    displayName: text,
    description: text,
    severity: fc.constantFrom(...severities),
    tactics: fc.uniqueArray(fc.constantFrom(...tactics), { maxLength: 3 }),
    startTime: maybe(fc.integer()),
    compromisedEntity: maybe(text),
    entities: fc.array(fc.record({ type: text, properties: jsonObject }), { maxLength: 3 }),
    extendedProperties: fc.array(fc.record({ name: text, value: json }), { maxLength: 3 }),
    remediationSteps: fc.array(text, { maxLength: 3 }),
    supportingEvidence: maybe(jsonObject),
    additional: maybe(jsonObject),
  })
  .map(({ called, tactics: found, ...rest }) => ({
    ...anAlert({ called }),
    ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<Alert>),
    tactics: found,
  }));
