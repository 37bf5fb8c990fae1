import type { Json } from '../domain/json.ts';
import { isJsonObject, ownValue } from '../domain/json.ts';
import { unexpected } from './failureError.ts';

/** Most pages of one listing: 100,000 alerts in one region. The service has no documented limit; a loop has none at all. */
export const mostPages = 1_000;

interface Page {
  readonly rows: readonly Json[];
  readonly nextLink?: string;
}

/**
 * Reads the envelope of a list. Strict on purpose: a sign-in page, a proxy's answer or an empty body must never look
 * like a subscription without alerts.
 *
 * @throws FailureError `unexpected`, code BadEnvelope.
 */
function readPage(body: unknown): Page {
  if (!isJsonObject(body)) throw unexpected('BadEnvelope');
  const rows = ownValue(body, 'value');
  const nextLink = ownValue(body, 'nextLink') ?? '';
  if (!Array.isArray(rows) || typeof nextLink !== 'string') throw unexpected('BadEnvelope');
  return nextLink === '' ? { rows } : { rows, nextLink };
}

/**
 * Every page of a list, first to last. The SDK's own pager is not used because it turns unreadable answers into empty
 * pages and follows links without end. Where a link may lead is decided by the host guard of the pipeline.
 *
 * @param fetch gives the parsed body behind an absolute link.
 * @throws FailureError PagingLoop, TooManyPages, BadLink, or what `readPage` and `fetch` throw.
 */
export async function* readPages(first: string, fetch: (link: string) => Promise<unknown>): AsyncGenerator<Page> {
  const visited = new Set<string>();
  for (let link: string | undefined = first; link !== undefined;) {
    if (visited.has(link)) throw unexpected('PagingLoop');
    if (visited.size === mostPages) throw unexpected('TooManyPages');
    visited.add(link);
    const page = readPage(await fetch(link));
    yield page;
    link = page.nextLink === undefined ? undefined : resolveLink(page.nextLink, link);
  }
}

/** Links are absolute on the wire; a relative one stays on the host that sent it. */
function resolveLink(link: string, base: string): string {
  if (!URL.canParse(link, base)) throw unexpected('BadLink');
  return new URL(link, base).href;
}
