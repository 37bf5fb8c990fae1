import { gzipSync } from 'node:zlib';
import type { Json, JsonObject } from '../../../src/domain/json.ts';
import { asGraphRow } from '../../azure/graph/asGraphRow.ts';
import { wirePages } from '../wirePages.ts';

const template = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
/** How each alert's name ends in the template. */
const templateEnd = '-0000-4000-8000-000000000000';

const fastest = { level: 1 };

export const benchSubscriptionId = (n: number): string =>
  `${n.toString(16).padStart(8, '0')}-1111-4111-8111-111111111111`;

/** What one subscription answers, compressed beforehand: a server's work is not the product's. */
export interface BenchAnswers {
  /** Its page of the alerts API. */
  readonly page: Buffer;
  /** Its rows in Resource Graph, with commas between; compressed texts that stand one after another are one text. */
  readonly rows: Buffer;
}

/** Answers of so many subscriptions with so many alerts each, all of them different. */
export function benchEstate(subscriptions: number, alertsEach: number): ReadonlyMap<string, BenchAnswers> {
  const [page = '{"value":[]}'] = wirePages(template, alertsEach, alertsEach);
  const { value } = JSON.parse(page) as { readonly value: readonly JsonObject[] };
  const rows = [...value]
    .map(asGraphRow)
    .sort(byId)
    .map((row) => JSON.stringify(row))
    .join(',');
  return new Map(
    Array.from({ length: subscriptions }, (_, n) => {
      const id = benchSubscriptionId(n);
      const own = (text: string): Buffer => {
        const named = text.replaceAll(templateEnd, `-0000-4000-8000-${n.toString(16).padStart(12, '0')}`);
        return gzipSync(named.replaceAll(template, id), fastest);
      };
      return [id, { page: own(page), rows: own(rows) }] as const;
    }),
  );
}

function byId(a: JsonObject, b: JsonObject): number {
  const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
  return text(a['id']) < text(b['id']) ? -1 : 1;
}
