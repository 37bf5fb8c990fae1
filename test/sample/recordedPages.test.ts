import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { allPages, formOf, regionOf } from './samplePages.ts';
import { shapeOf } from './shape.ts';
import { hasSharedData, missingSharedData, readShared } from './sharedData.ts';
import type { AlertPage } from './samplePages.ts';

describe.skipIf(!hasSharedData)(`recorded pages (${missingSharedData})`, () => {
  let recordedPage: AlertPage;
  let pages: readonly AlertPage[];

  beforeAll(async () => {
    recordedPage = readShared('recordings/list_2022-01-01_page1.json') as AlertPage;
    pages = await allPages();
  });

  it('number their parts per region and page, and refer only within an alert', () => {
    for (const page of [recordedPage, ...pages]) {
      const next = new Map<string, number>();
      for (const alert of page.value) {
        const region = regionOf(alert);
        const ids = textsOf(alert, '$id');
        for (const id of ids) {
          next.set(region, (next.get(region) ?? 0) + 1);
          expect(id).toBe(`${region}_${String(next.get(region))}`);
        }
        expect(textsOf(alert, '$ref').filter((reference) => !ids.includes(reference))).toEqual([]);
      }
    }
  });

  it('page by up to 100 alerts of each region, newest first within the region', () => {
    const sizes = (page: AlertPage): readonly number[] =>
      Object.values(Object.groupBy(page.value, regionOf)).map((of) => of?.length ?? 0);
    const [first, second] = pages.filter(({ value }) => value.some(({ id }) => id.includes('depot')));
    expect(sizes(recordedPage)).toEqual([100, 67]);
    expect(sizes(first as AlertPage)).toEqual([100, 82]);
    expect(sizes(second as AlertPage)).toEqual([68]);
    for (const page of [recordedPage, ...pages]) {
      for (const names of Object.values(Object.groupBy(page.value, regionOf)).map((of) =>
        (of ?? []).map(({ name }) => name),
      )) {
        expect(names).toEqual([...names].sort());
      }
    }
  });

  it('lead to the next page by a link of the same form', () => {
    const links = [recordedPage, ...pages].flatMap(({ nextLink }) => nextLink ?? []);
    expect(links).toHaveLength(2);
    const [recorded, own] = links.map(tokenFormOf);
    expect(own).toEqual(recorded);
  });
});

function textsOf(value: unknown, key: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === key ? [String(inner)] : textsOf(inner, key)));
}

function tokenFormOf(nextLink: string): unknown {
  const { origin, searchParams, pathname } = new URL(nextLink);
  const token = JSON.parse(inflateRawSync(Buffer.from(searchParams.get('$skiptoken') ?? '', 'base64')).toString()) as {
    nextLinks: Record<string, string>;
  };
  const inner = Object.entries(token.nextLinks).map(([region, link]) => {
    const [address, skip = ''] = link.split('$skipToken=');
    const row = JSON.parse(Buffer.from(skip, 'base64').toString()) as object;
    return [region, formOf(address ?? ''), Object.keys(row), shapeOf([row])];
  });
  return { origin, path: formOf(pathname), parameters: [...searchParams.keys()], keys: Object.keys(token), inner };
}
