import { accountKeys } from '../../domain/correlation/evidence/accountKeys.ts';
import { readEntry, type StopListPart } from '../../domain/correlation/tuning/stopList.ts';
import type { Entity } from '../../domain/entity.ts';
import { ownString } from '../../domain/json.ts';

/** What would go onto a stop list. */
export interface StopEntry {
  readonly part: StopListPart;
  /** In the spelling that evidence has. */
  readonly entry: string;
}

/** The entry that stops what an entity names; undefined for what no stop list takes, and for names that all machines have. */
export function stopEntryOf({ type, properties }: Entity): StopEntry | undefined {
  const text = (...names: readonly string[]): string | undefined =>
    names.map((name) => ownString(properties, name)).find((value) => value !== undefined);
  switch (type) {
    case 'ip':
      return entryFor('addresses', text('address'));
    case 'account': {
      const keys = accountKeys(properties, 'any host');
      // A person who reads the list later knows a name better than an id.
      const known = keys.find((key) => key.includes('@') || key.includes('\\')) ?? keys[0];
      return entryFor('accounts', known?.replace(/ on any host$/, ''));
    }
    case 'cloud-application':
      return entryFor('accounts', text('appId'));
    case 'host':
      return entryFor('resources', text('azureID', 'hostName'));
    case 'azure-resource':
      return entryFor('resources', text('resourceId'));
    default:
      return undefined;
  }
}

function entryFor(part: StopListPart, value: string | undefined): StopEntry | undefined {
  const entry = value === undefined ? undefined : readEntry(part, value);
  return entry === undefined ? undefined : { part, entry };
}
