import type { AlertLink, AlertResource, ExtendedProperty } from '../../domain/alert.ts';
import type { Entity } from '../../domain/entity.ts';
import { refOf, toEntity } from '../../domain/entity.ts';
import type { Json } from '../../domain/json.ts';
import { isJsonObject, ownString } from '../../domain/json.ts';
import { shareTexts } from './shareTexts.ts';
import type { WireReader } from './wireReader.ts';
import type { WordPool } from './wordPool.ts';

/** The elements of a wire list that `read` understands; any other element marks the list as unreadable. */
function readEach<T>(reader: WireReader, name: string, read: (element: Json) => T | undefined): readonly T[] {
  const values: T[] = [];
  for (const element of reader.list(name)) {
    const value = read(element);
    if (value !== undefined) values.push(value);
    // Other forms of the alert hold bare references between the elements; they add nothing to what they name.
    else if (refOf(element) === undefined) reader.markUnreadable(name);
  }
  return values;
}

export function readEntities(reader: WireReader, words: WordPool): readonly Entity[] {
  return readEach(reader, 'entities', (element) => {
    shareTexts(element, words);
    return toEntity(element);
  });
}

/** Keys are camelCase in the alerts API and PascalCase in the other forms of the same alert. */
export function readResources(reader: WireReader, words: WordPool): readonly AlertResource[] {
  return readEach(reader, 'resourceIdentifiers', (element) => {
    if (!isJsonObject(element)) return undefined;
    shareTexts(element, words);
    const azureResourceId = ownString(element, 'azureResourceId') ?? ownString(element, 'AzureResourceId');
    return {
      type: words.share(ownString(element, 'type') ?? ownString(element, 'Type') ?? 'Unknown'),
      ...(azureResourceId === undefined ? {} : { azureResourceId }),
      properties: element,
    };
  });
}

/** Live keys are lower case; the published examples show them capitalised. */
export function readLinks(reader: WireReader): readonly AlertLink[] {
  return readEach(reader, 'extendedLinks', (element) => {
    if (!isJsonObject(element)) return undefined;
    const href = ownString(element, 'href') ?? ownString(element, 'Href');
    if (href === undefined) return undefined;
    const category = ownString(element, 'category') ?? ownString(element, 'Category');
    return {
      label: ownString(element, 'label') ?? ownString(element, 'Label') ?? href,
      href,
      ...(category === undefined ? {} : { category }),
    };
  });
}

/** Values are texts on the wire today; any other value is kept as it is. */
export function readExtendedProperties(reader: WireReader, words: WordPool): readonly ExtendedProperty[] {
  const source = reader.object('extendedProperties') ?? {};
  return Object.keys(source).map((name) => {
    const value = source[name] ?? null;
    return { name, value: typeof value === 'string' ? words.share(value) : value };
  });
}
