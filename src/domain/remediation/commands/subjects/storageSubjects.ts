import { ownString } from '../../../json.ts';
import { distinct, entitiesOf, extendedTexts } from './alertReading.ts';
import type { SubjectKind } from './subject.ts';

/** What lies inside a storage account. Names of blobs and files are free text, chosen by whoever uploads: no parameters. */
export const storageSubjects: readonly SubjectKind[] = [
  {
    parameters: { container: { type: 'blobContainer', label: 'container of blobs' } },
    find: (alert) =>
      distinct([
        ...entitiesOf(alert, 'blob-container').map(({ properties }) => ownString(properties, 'name')),
        ...extendedTexts(alert, 'container', 'containers').flatMap((text) => text.split(/,\s*/).slice(0, 20)),
      ]).map((container) => ({ container })),
  },
];
