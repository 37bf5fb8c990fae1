import fc from 'fast-check';
import type { SuppressionCondition, SuppressionRule } from '../../src/domain/suppression/suppressionRule.ts';
import { day, noon } from './alert.ts';

/** A narrow rule with an end, as the product makes them, which a test bends where it matters. */
export function aSuppressionRule(wish: Partial<SuppressionRule> = {}): SuppressionRule {
  return {
    name: 'dismiss-test',
    alertType: 'VM_TestAlert',
    reason: 'FalsePositive',
    state: 'Enabled',
    expires: noon + 90 * day,
    conditions: [{ kind: 'in', field: 'entities.ip.address', values: ['203.0.113.7'] }],
    ...wish,
  };
}

/** Texts that lean towards what means something in a language of infrastructure. */
export const anyHostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...["'", '"', '\\', '$', '%', '{', '}', '[', ']', '${', '%{', '\\${', '$${', '\n', '\r', '\t', '\0'],
        ...[
          '\u202e',
          '\u2028',
          '\u0085',
          '\u{E0041}',
          '\uD800',
          '\uDC00',
          "'''",
          'a',
          ' ',
          '//',
          '/*',
          '#',
          'EOT',
          '\\u',
        ],
      ),
    )
    .map((parts) => parts.join('')),
);

const anyCondition: fc.Arbitrary<SuppressionCondition> = fc.oneof(
  fc.record({
    kind: fc.constant('contains' as const),
    field: fc.string({ minLength: 1 }),
    text: anyHostileText,
  }),
  fc.record({
    kind: fc.constant('in' as const),
    field: fc.string({ minLength: 1 }),
    values: fc.array(anyHostileText),
  }),
);

/** Rules that this version understands, with texts of strangers. */
export const anySuppressionRule: fc.Arbitrary<SuppressionRule> = fc
  .record({
    name: fc.stringMatching(/^[A-Za-z0-9][\w-]{1,49}$/),
    alertType: anyHostileText,
    reason: anyHostileText,
    state: fc.constantFrom('Enabled' as const, 'Disabled' as const, 'Expired' as const),
    comment: fc.option(anyHostileText, { nil: undefined }),
    expires: fc.option(fc.integer({ min: noon, max: noon + 1_000 * day }), { nil: undefined }),
    conditions: fc.array(anyCondition),
  })
  .map(({ comment, expires, ...rule }) => ({
    ...rule,
    ...(comment === undefined ? {} : { comment }),
    ...(expires === undefined ? {} : { expires }),
  }));
