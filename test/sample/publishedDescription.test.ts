import { beforeAll, describe, expect, it } from 'vitest';
import { deviations, descriptionChecker } from './publishedDescription.ts';
import { hasSharedData, missingSharedData, readShared } from './sharedData.ts';
import { tourOfEverything } from './tour.ts';
import type { Answered } from './publishedDescription.ts';

interface Recorded {
  readonly method: string;
  readonly uri: string;
  readonly status: { readonly code: number };
  readonly body: string;
}

describe.skipIf(!hasSharedData)(`published descriptions (${missingSharedData})`, () => {
  let answers: readonly Answered[] = [];
  beforeAll(async () => {
    answers = await tourOfEverything();
  });

  it('find nothing wrong with any answer of the sample environment', () => {
    const complaintsAbout = descriptionChecker();
    const complaints = answers.flatMap((answered) =>
      complaintsAbout(answered).map((complaint) => `${answered.method} ${answered.url}: ${complaint}`),
    );
    expect(complaints).toEqual([]);
    expect(answers.length).toBeGreaterThan(200);
  });

  it('were asked about every status that the sample environment can give', () => {
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].sort((a, b) => a - b)).toEqual([200, 202, 204, 400, 403, 404]);
  });

  it('accept the recorded answers too, so the check is not stricter than the service', () => {
    const complaintsAbout = descriptionChecker();
    const page = readShared('recordings/list_2022-01-01_page1.json') as object;
    const pageUrl =
      'https://management.azure.com/subscriptions/1/providers/Microsoft.Security/alerts?api-version=2022-01-01';
    const recorded = ['interactions_2022-01-01.json', 'interactions_suppressionRules.json']
      .flatMap((file) => readShared(`recordings/${file}`) as readonly Recorded[])
      .filter(({ body }) => body !== '<list page>')
      .map(({ method, uri, status, body }) => ({ method, url: uri, status: status.code, body }));
    const complaints = [{ method: 'GET', url: pageUrl, status: 200, body: JSON.stringify(page) }, ...recorded].flatMap(
      complaintsAbout,
    );
    expect(complaints).toEqual([]);
  });

  it.each(deviations)('would complain if $document were not known to deviate at $definition: $reason', (deviation) => {
    const complaintsAbout = descriptionChecker(deviations.filter((other) => other !== deviation));
    const [version = ''] = deviation.document.split(' ').slice(-1);
    const concerned = answers.filter(({ url }) => url.includes(`api-version=${version}`));
    expect(concerned.some((answered) => complaintsAbout(answered).length > 0)).toBe(true);
  });

  it('notice a wrong type, an unknown severity and a time that is none', () => {
    const list = answers.find(({ url, status }) => status === 200 && url.includes('/alerts?api-version=2022-01-01'));
    const broken = (from: RegExp, to: string): readonly string[] =>
      descriptionChecker()({ ...(list as Answered), body: (list as Answered).body.replace(from, to) });
    expect(broken(/"isIncident":false/, '"isIncident":"no"')).not.toEqual([]);
    expect(broken(/"severity":"\w+"/, '"severity":"Huge"')).not.toEqual([]);
    expect(broken(/"startTimeUtc":"[^"]+"/, '"startTimeUtc":"yesterday"')).not.toEqual([]);
  });
});
