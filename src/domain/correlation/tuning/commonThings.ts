import type { AlertColumns } from '../alertTable.ts';
import { evidenceKindNames, type EvidenceKindName } from '../evidence/evidenceKind.ts';
import type { BackgroundRates } from '../evidence/backgroundRates.ts';
import { isHub, isStopped } from '../links/pairEvidence.ts';
import { readEntry, type StopListPart } from './stopList.ts';

/** An address or an account that so many alerts name, day after day, that it connects nothing: a hub. */
export interface CommonThing {
  /** The entry that would stop it for good, and the part of the stop list for it. */
  readonly part: StopListPart;
  readonly entry: string;
  /** How many alerts name it. */
  readonly alerts: number;
}

/** What all alerts name, one after the other, and how often it occurs by chance. */
interface Named {
  readonly alerts: Pick<AlertColumns, 'table'> & { readonly evidence: Iterable<number> };
  readonly rates: BackgroundRates;
}

/** More than a person would look through. */
const most = 30;

const parts = new Map<EvidenceKindName, StopListPart>([
  ['address', 'addresses'],
  ['account', 'accounts'],
]);

/** The hubs that a stop list can name and does not name yet, most alerts first. Linear. */
export function commonThings({ context }: { readonly context: Named }): readonly CommonThing[] {
  const { table, evidence } = context.alerts;
  const counts = new Map<number, number>();
  for (const each of evidence) {
    if (isHub(context, each) && !isStopped(context, each)) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const found = [...counts].flatMap(([each, alerts]): readonly CommonThing[] => {
    const part = parts.get(evidenceKindNames[table.kind(each)] ?? 'resource');
    const entry = part === undefined ? undefined : readEntry(part, entryOf(table.key(each)));
    return part === undefined || entry === undefined ? [] : [{ part, entry, alerts }];
  });
  return found.sort((a, b) => b.alerts - a.alerts || (a.entry < b.entry ? -1 : 1)).slice(0, most);
}

/** A bare name is an account's key only together with its host. */
function entryOf(key: string): string {
  const end = key.indexOf(' on ');
  return end > 0 ? key.slice(0, end) : key;
}
