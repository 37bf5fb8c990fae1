import type { Fault } from '../fault.ts';
import { always, type NamedFault } from './namedFault.ts';

type Properties = Record<string, unknown>;

/** Changes the properties of the first rows of each page, one after the other. */
function changing(changes: readonly Properties[]): Fault {
  return {
    kind: 'rewrite',
    rewrite: (body) => {
      const rows = body['value'] as readonly { readonly properties: Properties }[];
      return { ...body, value: rows.map((row, n) => ({ ...row, properties: { ...row.properties, ...changes[n] } })) };
    },
  };
}

/** What stands where a date should be. */
export const strangeDates: readonly unknown[] = [
  ...['', 'not a date', null, '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.9999999Z'],
  ...[1_750_000_000, 1_750_000_000_000, '2026-03-18T12:00:00+14:00', '2024-02-30T00:00:00Z', {}],
];

const strangeSeverities: readonly unknown[] = ['Critical', 'high', 7, null, ''];

const timeNames = ['startTimeUtc', 'endTimeUtc', 'timeGeneratedUtc', 'processingEndTimeUtc'];

export const rows: Readonly<Record<string, NamedFault>> = {
  F32: () => always(changing(strangeDates.map((date) => Object.fromEntries(timeNames.map((name) => [name, date]))))),
  F33: () =>
    always(
      changing([
        ...strangeSeverities.map((severity) => ({ severity })),
        { status: 'Weird' },
        { status: null },
        { intent: 'Teleportation' },
        { intent: 9 },
      ]),
    ),
};
