import type { Alert } from '../../src/domain/alert.ts';
import type { Entity } from '../../src/domain/entity.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { AlertTable, type AlertColumns } from '../../src/domain/correlation/alertTable.ts';
import { foldEpisodes, type Episodes } from '../../src/domain/correlation/episodes.ts';
import { defaultOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { backgroundRates } from '../../src/domain/correlation/evidence/backgroundRates.ts';
import type { CorrelationFacts } from '../../src/domain/correlation/evidence/correlationFacts.ts';
import type { EvidenceKindName } from '../../src/domain/correlation/evidence/evidenceKind.ts';
import { timelinesOf, type Timelines } from '../../src/domain/correlation/evidence/timelines.ts';
import type { LinkContext } from '../../src/domain/correlation/links/pairEvidence.ts';
import { anAlert, anEntity, type AlertWish } from './alert.ts';

export function anAddress(address: string): Entity {
  return anEntity({ type: 'ip', address });
}

/** An account that its directory object names. `person` is 1 to 9. */
export function aPerson(person: number, more: JsonObject = {}): Entity {
  return anEntity({ type: 'account', aadUserId: directoryId(person), ...more });
}

export function directoryId(person: number): string {
  return `aaaaaaaa-0000-4000-8000-00000000000${String(person)}`;
}

export function aHash(value: string): Entity {
  return anEntity({ type: 'filehash', algorithm: 'SHA256', value });
}

/** An alert at one moment, named after it, so that rows can be told apart. */
export function at(time: number, called: string, wish: AlertWish = {}): Alert {
  return anAlert({ called, startTime: time, endTime: time, ...wish });
}

/** The key of the alert that was called so. */
export function keyOf(called: string): string {
  return anAlert({ called }).key;
}

export function columnsOf(alerts: readonly CorrelationFacts[]): AlertColumns {
  const table = new AlertTable();
  for (const alert of alerts) table.add(alert);
  return table.columns();
}

/** Everything that linking works on, and ways to ask for it by names instead of numbers. */
export interface World {
  readonly columns: AlertColumns;
  readonly episodes: Episodes;
  readonly timelines: Timelines;
  readonly context: LinkContext;
  /** The number of a piece of evidence; throws when no alert names it. */
  readonly evidence: (kind: EvidenceKindName, key: string) => number;
  /** The episode of the alert that was called so. */
  readonly episode: (called: string) => number;
}

export function worldOf(alerts: readonly CorrelationFacts[]): World {
  const columns = columnsOf(alerts);
  const episodes = foldEpisodes(columns);
  const timelines = timelinesOf(episodes, columns.table.size);
  const rates = backgroundRates(columns, episodes, timelines);
  return {
    columns,
    episodes,
    timelines,
    context: { alerts: columns, episodes, rates, longestSpan: defaultOptions.longestSpan },
    evidence: (kind, key) => {
      const before = columns.table.size;
      const number = columns.table.number(kind, key);
      if (number >= before) throw new Error(`No alert names the ${kind} ${key}`);
      return number;
    },
    episode: (called) => {
      const row = columns.keys.findIndex((key) => key.endsWith(`_${called}`));
      const episode = episodes.of[row];
      if (episode === undefined) throw new Error(`No alert is called ${called}`);
      return episode;
    },
  };
}
