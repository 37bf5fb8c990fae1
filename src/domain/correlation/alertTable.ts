import { killChainBand } from '../killChain.ts';
import { ownString } from '../json.ts';
import type { Severity } from '../severity.ts';
import { collectEvidence, type EvidenceSink } from './evidence/alertEvidence.ts';
import type { CorrelationFacts } from './evidence/correlationFacts.ts';
import { rememberingReaders } from './evidence/evidenceReaders.ts';
import { EvidenceTable } from './evidence/evidenceTable.ts';
import { declaredMembers, declaresIncident } from './serviceIncident.ts';

/** Alerts as columns: what correlation computes with, in numbers. Rows are chronological, those without a time last. */
export interface AlertColumns {
  readonly size: number;
  readonly keys: readonly string[];
  /** The ids as the service sent them. */
  readonly ids: readonly string[];
  /** Begin and end of the activity, epoch milliseconds; NaN where the service sent no time. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly type: Int32Array;
  /** 0 where it is not known. */
  readonly tenant: Int32Array;
  readonly severity: Uint8Array;
  /** Bit b: the alert names a tactic of kill-chain band b. */
  readonly bands: Uint8Array;
  /** Evidence of row r: `evidence[evidenceFrom[r]]` up to before `evidence[evidenceFrom[r + 1]]`, rising, no repeats. */
  readonly evidenceFrom: Int32Array;
  readonly evidence: Int32Array;
  readonly table: EvidenceTable;
  /** For each piece of evidence in the table the one that stands for all its names. */
  readonly canonical: Int32Array;
  readonly typeNames: readonly string[];
  /** The service's own incidents, by key; not among the rows. */
  readonly declarations: readonly Declaration[];
}

const severityRanks: Readonly<Record<Severity, number>> = { Unknown: 0, Informational: 1, Low: 2, Medium: 3, High: 4 };

/** An incident that the service declared, as far as correlation needs it. */
export interface Declaration {
  readonly key: string;
  readonly title: string;
  readonly severity: Severity;
  /** Keys of the alerts that it names, whether they are in the list or not. */
  readonly members: readonly string[];
}

interface Row {
  readonly key: string;
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly processed: number;
  readonly type: number;
  readonly tenant: number;
  readonly severity: number;
  readonly bands: number;
  readonly evidence: readonly number[];
  /** Pairs of evidence that mean the same thing, in one list; kept here, since a later delivery takes its words back. */
  readonly aliases: readonly number[];
}

/** One list for the many alerts that name no aliases. */
const noAliases: readonly number[] = [];

/**
 * Collects alerts one by one and keeps of each only what correlation needs. The delivery that was processed last stands
 * for an alert, so that neither order nor repeats change the result.
 */
export class AlertTable {
  readonly #rows = new Map<string, Row>();
  readonly #declarations = new Map<string, Declaration & { readonly processed: number }>();
  readonly #evidence = new EvidenceTable();
  readonly #readers = rememberingReaders();
  readonly #types = new Map<string, number>();
  readonly #tenants = new Map<string, number>();

  get size(): number {
    return this.#rows.size;
  }

  add(alert: CorrelationFacts): void {
    const processed = alert.processingEndTime ?? alert.generatedTime ?? alert.endTime ?? -Infinity;
    const known = this.#rows.get(alert.key) ?? this.#declarations.get(alert.key);
    if (known !== undefined && known.processed > processed) return;
    if (declaresIncident(alert)) {
      this.#rows.delete(alert.key);
      const { key, displayName: title, severity } = alert;
      this.#declarations.set(key, { key, title, severity, members: declaredMembers(alert), processed });
      return;
    }
    this.#declarations.delete(alert.key);
    const start = alert.startTime ?? alert.generatedTime ?? alert.processingEndTime ?? NaN;
    this.#rows.set(alert.key, {
      key: alert.key,
      // One string where both are the same, as they are on the wire.
      id: alert.systemAlertId === alert.key ? alert.key : alert.systemAlertId,
      start,
      end: Math.max(start, alert.endTime ?? start),
      processed,
      type: number(this.#types, alert.alertType),
      tenant: tenantOf(alert, this.#tenants),
      severity: severityRanks[alert.severity],
      bands: alert.tactics.reduce((bands, tactic) => bands | (1 << killChainBand(tactic)), 0),
      ...this.#evidenceOf(alert),
    });
  }

  /** The columns of what was added so far. Adding more afterwards does not change them. */
  columns(): AlertColumns {
    const rows = [...this.#rows.values()].sort(chronologically);
    const canonical = this.#evidence.canonical(rows.flatMap(({ aliases }) => aliases));
    const typeNames = [...this.#types.keys()].sort();
    const typeNumbers = new Map(typeNames.map((name, place) => [this.#types.get(name), place]));
    const evidence = rows.map((row) => canonicalRefs(row.evidence, canonical));
    const evidenceFrom = new Int32Array(rows.length + 1);
    for (const [row, refs] of evidence.entries()) evidenceFrom[row + 1] = (evidenceFrom[row] as number) + refs.length;
    return {
      size: rows.length,
      keys: rows.map(({ key }) => key),
      ids: rows.map(({ id }) => id),
      start: Float64Array.from(rows, ({ start }) => start),
      end: Float64Array.from(rows, ({ end }) => end),
      // By name, so that numbers do not depend on the order of delivery.
      type: Int32Array.from(rows, ({ type }) => typeNumbers.get(type) ?? 0),
      tenant: Int32Array.from(rows, ({ tenant }) => tenant),
      severity: Uint8Array.from(rows, ({ severity }) => severity),
      bands: Uint8Array.from(rows, ({ bands }) => bands),
      evidenceFrom,
      evidence: Int32Array.from(evidence.flat()),
      table: this.#evidence,
      canonical,
      typeNames,
      declarations: [...this.#declarations.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    };
  }

  #evidenceOf(alert: CorrelationFacts): Pick<Row, 'evidence' | 'aliases'> {
    const table = this.#evidence;
    const found: number[] = [];
    const aliases: number[] = [];
    const sink: EvidenceSink = {
      add: (kind, key) => {
        const evidence = table.number(kind, key);
        if (!found.includes(evidence)) found.push(evidence);
      },
      alias: (kind, key, other) => {
        aliases.push(table.number(kind, key), table.number(kind, other));
      },
    };
    collectEvidence(alert, sink, this.#readers);
    return { evidence: found, aliases: aliases.length === 0 ? noAliases : aliases };
  }
}

/** The tenant of the subscription, or else of the resource; number 0 is kept for "not known". */
function tenantOf({ tenantId, resources }: CorrelationFacts, tenants: Map<string, number>): number {
  const named = tenantId ?? firstTenant(resources);
  return named === undefined ? 0 : number(tenants, named.toLowerCase()) + 1;
}

function firstTenant(resources: CorrelationFacts['resources']): string | undefined {
  for (const { properties } of resources) {
    const tenant = ownString(properties, 'azureResourceTenantId') ?? ownString(properties, 'aadTenantId');
    if (tenant !== undefined) return tenant;
  }
  return undefined;
}

/** Ties by key, so that the order never depends on the order of delivery. */
function chronologically(a: Row, b: Row): number {
  if (a.start < b.start || (Number.isNaN(b.start) && !Number.isNaN(a.start))) return -1;
  if (a.start > b.start || (Number.isNaN(a.start) && !Number.isNaN(b.start))) return 1;
  return a.key < b.key ? -1 : 1;
}

function canonicalRefs(refs: readonly number[], canonical: Int32Array): readonly number[] {
  return [...new Set(refs.map((ref) => canonical[ref] as number))].sort((a, b) => a - b);
}

function number(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}
