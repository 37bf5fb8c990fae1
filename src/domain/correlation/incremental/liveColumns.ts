import type { AlertColumns } from '../alertTable.ts';
import type { Episodes } from '../episodes.ts';
import type { EvidenceTable } from '../evidence/evidenceTable.ts';
import type { LiveAlert, LiveEpisode } from './liveEpisode.ts';

/** Some alerts as the columns that the engine works on. */
export function alertColumns(
  alerts: readonly LiveAlert[],
  { evidence: table, typeNames }: { readonly evidence: EvidenceTable; readonly typeNames: readonly string[] },
  more: Pick<AlertColumns, 'declarations' | 'canonical'>,
): AlertColumns {
  const rows = alerts.map(({ row }) => row);
  const keys = rows.map(({ key }) => key);
  return {
    size: rows.length,
    keys,
    ids: rows.map(({ id }) => id),
    rowOf: new Map(keys.map((key, row) => [key, row])),
    start: Float64Array.from(rows, ({ start }) => start),
    end: Float64Array.from(rows, ({ end }) => end),
    type: Int32Array.from(rows, ({ type }) => type),
    tenant: Int32Array.from(rows, ({ tenant }) => tenant),
    severity: Uint8Array.from(rows, ({ severity }) => severity),
    bands: Uint8Array.from(rows, ({ bands }) => bands),
    ...evidenceColumns(alerts),
    table,
    typeNames,
    ...more,
  };
}

/** Some episodes as columns, without rows. */
export function episodeColumns(episodes: readonly LiveEpisode[]): Episodes {
  return {
    size: episodes.length,
    start: Float64Array.from(episodes, ({ start }) => start),
    end: Float64Array.from(episodes, ({ end }) => end),
    type: Int32Array.from(episodes, ({ type }) => type),
    tenant: Int32Array.from(episodes, ({ tenant }) => tenant),
    severity: Uint8Array.from(episodes, ({ severity }) => severity),
    bands: Uint8Array.from(episodes, ({ bands }) => bands),
    ...evidenceColumns(episodes),
    firstRow: new Int32Array(0),
    of: new Int32Array(0),
  };
}

function evidenceColumns(
  lists: readonly { readonly evidence: readonly number[] }[],
): Pick<Episodes, 'evidence' | 'evidenceFrom'> {
  const evidenceFrom = new Int32Array(lists.length + 1);
  lists.forEach((list, index) => {
    evidenceFrom[index + 1] = (evidenceFrom[index] as number) + list.evidence.length;
  });
  const evidence = new Int32Array(evidenceFrom[lists.length] as number);
  lists.forEach((list, index) => {
    evidence.set(list.evidence, evidenceFrom[index]);
  });
  return { evidence, evidenceFrom };
}
