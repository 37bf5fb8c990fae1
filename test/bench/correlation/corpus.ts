import type { LabelledRow, Row } from './row.ts';

/** Delivered rows and which of them are judged: each alert in its latest delivery, without the service's incidents. */
export interface Corpus {
  readonly rows: readonly Row[];
  /** Positions in `rows` of the alerts that are judged. */
  readonly judged: readonly number[];
  /** Campaign of each judged alert as a number, -1 for a benign one. */
  readonly truth: Int32Array;
  /** CPU milliseconds that JSON.parse took over all rows. */
  readonly parseCpu: number;
}

const chunkSize = 1000;

/** Writes rows down and reads them back, as a product would get them: nothing is shared among parsed rows. */
export function buildCorpus(labelled: Iterable<LabelledRow>): Corpus {
  const rows: Row[] = [];
  const campaigns: (string | undefined)[] = [];
  let parseCpu = 0;
  let page: Row[] = [];
  const parsePage = (): void => {
    const text = JSON.stringify(page);
    const before = process.cpuUsage();
    rows.push(...(JSON.parse(text) as Row[]));
    const { user, system } = process.cpuUsage(before);
    parseCpu += (user + system) / 1000;
    page = [];
  };
  for (const { row, campaign } of labelled) {
    page.push(row);
    campaigns.push(campaign);
    if (page.length === chunkSize) parsePage();
  }
  parsePage();
  const judged = latestAlerts(rows);
  return { rows, judged, truth: numbersOf(judged.map((index) => campaigns[index])), parseCpu };
}

function latestAlerts(rows: readonly Row[]): readonly number[] {
  const latest = new Map<string, number>();
  rows.forEach(({ properties }, index) => {
    if (!properties.isIncident) latest.set(properties.systemAlertId, index);
  });
  return [...latest.values()];
}

function numbersOf(campaigns: readonly (string | undefined)[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(campaigns, (campaign) => {
    if (campaign === undefined) return -1;
    const number = numbers.get(campaign) ?? numbers.size;
    numbers.set(campaign, number);
    return number;
  });
}
