import type { Alert } from '../../domain/alert.ts';
import { evidenceName, type NamedThing } from '../../domain/correlation/evidence/evidenceName.ts';
import { displayLabel } from '../../domain/displayText.ts';
import type { Entity } from '../../domain/entity.ts';
import { ownString } from '../../domain/json.ts';
import { isGuid } from '../../domain/resourceId.ts';

/** What alerts call the accounts that correlation knows by an id only: display text by folded id. */
export type AccountNames = ReadonlyMap<string, string>;

/** By entity type: where an account's ids stand, and where its name for people. */
const places = new Map([
  ['account', { ids: ['aadUserId', 'objectGuid', 'sid'], names: ['displayName', 'name'] }],
  ['cloud-application', { ids: ['appId', 'instanceName'], names: ['displayName', 'appName', 'name'] }],
]);

const longestName = 60;

/** As sentences of correlation name accounts: "the service principal 6f2b1c9a-…", "the account s-1-5-21-…". */
const namedById = /\b(?:service principal [0-9a-f-]{36}|account s-1-5-21-[\d-]+)(?![\w-])/gi;

/** The names that the alerts give to accounts; the first that is given to an id stands. */
export function accountNames(alerts: Iterable<Alert>): AccountNames {
  const names = new Map<string, string>();
  for (const { entities } of alerts) {
    for (const entity of entities) {
      for (const [id, name] of namesIn(entity)) if (!names.has(id)) names.set(id, name);
    }
  }
  return names;
}

function* namesIn({ type, properties }: Entity): Iterable<readonly [string, string]> {
  const place = places.get(type);
  const name = place?.names.map((field) => ownString(properties, field)?.trim() ?? '').find((text) => text !== '');
  if (place === undefined || name === undefined) return;
  for (const field of place.ids) {
    const id = ownString(properties, field)?.trim().toLowerCase();
    if (id !== undefined && id !== name.toLowerCase()) yield [id, displayLabel(name, longestName)];
  }
}

/** What a shared thing is called, an account by the name that alerts give to it. */
export function thingName(thing: NamedThing, names: AccountNames): string {
  return thing.kind === 'account' ? accountName(thing, names) : evidenceName(thing);
}

/** A sentence of correlation with accounts by name. */
export function withAccountNames(sentence: string, names: AccountNames): string {
  return sentence.replaceAll(namedById, (words) => {
    const at = words.lastIndexOf(' ') + 1;
    return words.slice(0, at) + accountName({ kind: 'account', key: words.slice(at) }, names);
  });
}

/** Of a directory id that no alert names, the beginning is enough to tell it from others. */
function accountName(account: NamedThing, names: AccountNames): string {
  return names.get(account.key) ?? (isGuid(account.key) ? `${account.key.slice(0, 8)}…` : evidenceName(account));
}
