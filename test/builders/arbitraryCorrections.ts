import fc from 'fast-check';
import type { Correction } from '../../src/domain/correlation/corrections/correction.ts';

/** Any corrections of alerts with these keys. The sides of one are disjoint, as a person's are. */
export function correctionsOf(keys: readonly string[]): fc.Arbitrary<readonly Correction[]> {
  const sides = fc.shuffledSubarray([...keys], { minLength: 2 }).chain((chosen) =>
    fc.tuple(fc.integer({ min: 1, max: chosen.length - 1 }), fc.nat(chosen.length)).map(([one, other]) => {
      const [first, last] = [Math.min(one, Math.max(one, other)), Math.max(one, other)];
      return { alerts: chosen.slice(0, first), stayed: chosen.slice(first, last), to: chosen.slice(last) };
    }),
  );
  const alerts = fc.subarray([...keys], { minLength: 1 });
  return fc.array(
    fc.oneof(
      alerts.map((some): Correction => ({ kind: 'merge', alerts: some })),
      sides.map(({ alerts: some, stayed }): Correction => ({ kind: 'remove', alerts: some, from: [stayed] })),
      sides.map(({ alerts: some, stayed, to }): Correction => ({ kind: 'move', alerts: some, from: [stayed], to })),
      alerts.map((some): Correction => ({ kind: 'rename', alerts: some, name: 'Harbour' })),
      fc.tuple(alerts, fc.boolean()).map(([some, pinned]): Correction => ({ kind: 'pin', alerts: some, pinned })),
    ),
    { maxLength: 8 },
  );
}

export const someCorrections = correctionsOf(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
