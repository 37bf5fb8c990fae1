import { killChainBand } from '../killChain.ts';
import type { Severity } from '../severity.ts';
import type { AlertRow } from './alertRows.ts';
import { EvidenceCollector } from './evidence/alertEvidence.ts';
import type { CorrelationFacts } from './evidence/correlationFacts.ts';
import { rememberingReaders } from './evidence/evidenceReaders.ts';
import { EvidenceTable } from './evidence/evidenceTable.ts';
import { tenantOfAlert } from './evidence/tenantOfAlert.ts';

const severityRanks: Readonly<Record<Severity, number>> = { Unknown: 0, Informational: 1, Low: 2, Medium: 3, High: 4 };

/** Takes numbers, one after the other. */
interface NumberSink {
  fill(number: number): void;
}

/** Turns alerts into numbers, and knows what the numbers stand for. They depend on the order in which alerts are read. */
export class RowReader {
  readonly evidence = new EvidenceTable();
  /** Names of the alert types by number. */
  readonly typeNames: string[] = [];
  readonly #types = new Map<string, number>();
  readonly #tenants = new Map<string, number>();
  readonly #collector: EvidenceCollector;

  /** @param lists take the evidence that an alert names, and pairs of it that mean the same. */
  constructor(lists: { readonly evidence: NumberSink; readonly aliases: NumberSink }) {
    this.#collector = new EvidenceCollector(
      {
        add: (kind, key) => {
          lists.evidence.fill(this.evidence.number(kind, key));
        },
        alias: (kind, key, other) => {
          lists.aliases.fill(this.evidence.number(kind, key));
          lists.aliases.fill(this.evidence.number(kind, other));
        },
      },
      rememberingReaders(),
    );
  }

  row(alert: CorrelationFacts): AlertRow {
    const { key } = alert;
    const start = alert.startTime ?? alert.generatedTime ?? alert.processingEndTime ?? NaN;
    return {
      key,
      // One string where both are the same, as they are on the wire.
      id: alert.systemAlertId === key ? key : alert.systemAlertId,
      start,
      end: Math.max(start, alert.endTime ?? start),
      processed: processedAt(alert),
      type: this.#typeOf(alert.alertType),
      tenant: tenantNumber(alert, this.#tenants),
      severity: severityRanks[alert.severity],
      bands: alert.tactics.reduce((bands, tactic) => bands | (1 << killChainBand(tactic)), 0),
    };
  }

  /** Fills the lists with what an alert names. */
  collect(alert: CorrelationFacts): void {
    this.#collector.collect(alert);
  }

  #typeOf(name: string): number {
    const type = number(this.#types, name);
    if (type === this.typeNames.length) this.typeNames.push(name);
    return type;
  }
}

/** When the service processed a delivery, as far as it says: of two deliveries of one alert the later one stands. */
export function processedAt({ processingEndTime, generatedTime, endTime }: CorrelationFacts): number {
  return processingEndTime ?? generatedTime ?? endTime ?? -Infinity;
}

/** Number 0 is kept for "not known". */
function tenantNumber(alert: CorrelationFacts, tenants: Map<string, number>): number {
  const tenant = tenantOfAlert(alert);
  return tenant === undefined ? 0 : number(tenants, tenant) + 1;
}

function number(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}
