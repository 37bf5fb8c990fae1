import { sampleClient, testNow } from './sampleClient.ts';

/** An alert of an answer, as far as most tests look at it. */
export interface WireAlert {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>> & { readonly startTimeUtc: string; readonly alertUri: string };
}

export interface AlertPage {
  readonly value: readonly WireAlert[];
  readonly nextLink?: string;
}

const kept = new Map<number, Promise<readonly AlertPage[]>>();

/** Every page of alerts of every subscription that may be read, kept because nearly every test looks at them. */
export function allPages(now: number = testNow): Promise<readonly AlertPage[]> {
  const pages = kept.get(now) ?? freshPages(now);
  kept.set(now, pages);
  return pages;
}

/** The same from a new session. */
export async function freshPages(now: number): Promise<readonly AlertPage[]> {
  const client = sampleClient({ now });
  const { value } = await client.getJson<{ value: readonly { id: string }[] }>('/subscriptions?api-version=2022-12-01');
  const pages: AlertPage[] = [];
  for (const { id } of value) {
    let next: string | undefined = `${id}/providers/Microsoft.Security/alerts?api-version=2022-01-01`;
    while (next !== undefined) {
      const { status, body } = await client.send('GET', next);
      const page: AlertPage | undefined = status === 200 ? (JSON.parse(body) as AlertPage) : undefined;
      if (page !== undefined) pages.push(page);
      next = page?.nextLink;
    }
  }
  return pages;
}

/** The region of an alert, from its id. */
export function regionOf({ id }: WireAlert): string {
  return /\/locations\/([^/]+)/.exec(id)?.[1] ?? '';
}

/** A text with names, GUIDs, groups and regions replaced, so that only its form remains. */
export function formOf(text: string): string {
  return text
    .replaceAll(/\d{19}_[0-9a-f-]{36}/g, '{name}')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '{guid}')
    .replaceAll(/(resourceGroups?)\/[^/]+/g, '$1/{group}')
    .replaceAll(/(locations?)\/[^/]+/g, '$1/{region}');
}
