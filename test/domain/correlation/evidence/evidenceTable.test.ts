import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvidenceKindName } from '../../../../src/domain/correlation/evidence/evidenceKind.ts';
import { EvidenceTable } from '../../../../src/domain/correlation/evidence/evidenceTable.ts';
import { subscriptionA, virtualMachine } from '../../../builders/alert.ts';
import { directoryId } from '../../../builders/correlationWorld.ts';

type Pair = readonly [EvidenceKindName, string, string];

/** The key that stands for each key, when aliases come in that order. */
function leaders(pairs: readonly Pair[]): Readonly<Record<string, string>> {
  const table = new EvidenceTable();
  const canonical = table.canonical(
    Int32Array.from(pairs.flatMap(([kind, key, other]) => [table.number(kind, key), table.number(kind, other)])),
  );
  return Object.fromEntries(
    Array.from({ length: table.size }, (_, number) => [table.key(number), table.key(canonical[number] as number)]),
  );
}

const machine = virtualMachine('web-1').toLowerCase();
const twin = virtualMachine('web-2').toLowerCase();
const named = `host web-1 in ${subscriptionA}`;

describe('EvidenceTable', () => {
  it('numbers keys by first appearance, one number for the same key of one kind', () => {
    const table = new EvidenceTable();
    const numbers = [table.number('address', 'x'), table.number('domain', 'x'), table.number('address', 'x')];
    expect(numbers).toEqual([0, 1, 0]);
    expect([table.size, table.key(1), table.key(99)]).toEqual([2, 'x', '']);
  });

  it('keeps hostile keys as keys', () => {
    const table = new EvidenceTable();
    expect(['__proto__', 'constructor'].map((key) => table.number('account', key))).toEqual([0, 1]);
  });

  it('lets everything without aliases stand for itself', () => {
    const table = new EvidenceTable();
    table.number('address', 'a');
    table.number('account', 'b');
    expect([...table.canonical(Int32Array.of())]).toEqual([0, 1]);
  });

  it('joins a machine and its name under the resource id', () =>
    expect(leaders([['resource', machine, named]])).toEqual({ [machine]: machine, [named]: machine }));

  it('joins all names of one account', () => {
    const names = leaders([
      ['account', directoryId(1), 'night@contoso.example'],
      ['account', directoryId(1), 'contoso\\night'],
    ]);
    expect(new Set(Object.values(names)).size).toBe(1);
    expect(Object.keys(names)).toHaveLength(3);
  });

  it('makes a name of two machines an alias of neither: it would make one of both', () =>
    expect(
      leaders([
        ['resource', machine, named],
        ['resource', twin, named],
      ]),
    ).toEqual({ [machine]: machine, [twin]: twin, [named]: named }));

  it('never lets the order in which aliases come decide which key stands for the rest', () => {
    const keys = fc.constantFrom(
      directoryId(1),
      directoryId(2),
      'a@x.example',
      'b@x.example',
      'x\\a',
      's-1-5-21-7-1104',
    );
    const pair = fc.tuple(fc.constant('account' as const), keys, keys);
    const pairsAndOrder = fc
      .array(pair, { minLength: 1, maxLength: 10 })
      .chain((pairs) => fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })));
    fc.assert(
      fc.property(pairsAndOrder, ([pairs, shuffled]) => {
        expect(leaders(shuffled)).toEqual(leaders(pairs));
      }),
    );
  });
});
