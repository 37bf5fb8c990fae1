import type { Alert } from '../../../alert.ts';
import { hash64 } from '../../../hash64.ts';
import { ownString } from '../../../json.ts';
import { distinct, entitiesOf, extendedTexts, textBehind } from './alertReading.ts';
import type { Subject, SubjectKind } from './subject.ts';

/** Extended properties that name the address from which the activity came. */
const addressProperties = [
  'attacker source ip',
  'attacker ip address',
  'source ip(s) [number of attempts]',
  'client ip address',
  'source ip address',
  'ip address',
  'ipaddress',
  'ip addresses',
];

/** Extended properties that name the address to which traffic went. */
const remoteProperties = ['destination ip', 'destination ip address', 'remote ip', 'remote ip address', 'victim ip'];

const objectIdProperties = [
  'attacker object id',
  'principal object id',
  'principaloid',
  'aad user id',
  'caller object id',
  'assigner principal id',
];

/** Who and what acted: addresses, accounts, applications, and when. */
export const actorSubjects: readonly SubjectKind[] = [
  {
    parameters: {
      attackerAddress: { type: 'publicAddress', label: 'address of the attacker' },
      attackerRange: { type: 'addressRange', label: 'address of the attacker as a range' },
      attackerRule: { type: 'resourceName', label: 'name of the rule against the address' },
      attackerPriority: { type: 'rulePriority', label: 'priority of the rule against the address' },
    },
    find: (alert) => addressesOf(alert).map(attackerOf),
    derive: attackerOf,
  },
  {
    parameters: { sourceAddress: { type: 'ipAddress', label: 'address that the activity came from' } },
    find: (alert) => addressesOf(alert).map((sourceAddress) => ({ sourceAddress })),
  },
  {
    parameters: {
      remoteAddress: { type: 'publicAddress', label: 'remote address' },
      remoteRule: { type: 'resourceName', label: 'name of the rule against the remote address' },
      remotePriority: { type: 'rulePriority', label: 'priority of the rule against the remote address' },
    },
    find: (alert) => remoteAddressesOf(alert).map(remoteOf),
    derive: remoteOf,
  },
  {
    parameters: { maliciousDomain: { type: 'domainName', label: 'domain that was asked for' } },
    find: (alert) => domainsOf(alert).map((maliciousDomain) => ({ maliciousDomain })),
  },
  {
    parameters: { user: { type: 'account', label: 'account in Entra ID' } },
    find: (alert) => usersOf(alert).map((user) => ({ user })),
  },
  {
    parameters: { userId: { type: 'objectId', label: 'object id of the account' } },
    find: (alert) => objectIdsOf(alert).map((userId) => ({ userId })),
  },
  {
    parameters: { applicationId: { type: 'objectId', label: 'id of the application' } },
    find: (alert) =>
      distinct(extendedTexts(alert, 'application id', 'azure ad application id', 'client application id')).map(
        (applicationId) => ({ applicationId }),
      ),
  },
  {
    parameters: {
      alertTime: { type: 'timestamp', label: 'when the activity began' },
      hourBefore: { type: 'timestamp', label: 'an hour before the activity began' },
      dayBefore: { type: 'timestamp', label: 'a day before the activity began' },
      weekBefore: { type: 'timestamp', label: 'a week before the activity began' },
    },
    find: (alert) => (alert.startTime === undefined ? [] : [timesAround(alert.startTime)]),
  },
];

/** The address that a connection came from, else the one that a property names, else all that the alert holds. */
function addressesOf(alert: Alert): readonly string[] {
  const sources = entitiesOf(alert, 'network-connection').map((entity) =>
    textBehind(alert, entity, 'sourceAddress', 'address'),
  );
  const named = distinct([...sources, ...extendedTexts(alert, ...addressProperties).flatMap(addressesIn)]);
  return named.length > 0
    ? named
    : distinct(entitiesOf(alert, 'ip').map(({ properties }) => ownString(properties, 'address')));
}

/** Where traffic went, else all that the alert holds: in an alert about outgoing traffic the source is one's own. */
function remoteAddressesOf(alert: Alert): readonly string[] {
  const targets = entitiesOf(alert, 'network-connection').map((entity) =>
    textBehind(alert, entity, 'destinationAddress', 'address'),
  );
  const named = distinct([...targets, ...extendedTexts(alert, ...remoteProperties).flatMap(addressesIn)]);
  return named.length > 0
    ? named
    : distinct(entitiesOf(alert, 'ip').map(({ properties }) => ownString(properties, 'address')));
}

/** Names are sent with and without the dot of the root. */
function domainsOf(alert: Alert): readonly string[] {
  const entities = entitiesOf(alert, 'dns').map(({ properties }) => ownString(properties, 'domainName'));
  const named = extendedTexts(alert, 'domain name', 'domainname').flatMap((text) => text.split(/[\s,;]+/, 20));
  return distinct([...entities, ...named].map((name) => name?.replace(/\.$/, '')));
}

/** "IP: 203.0.113.7 [12]" and the like. What only looks like an address is refused by its type. */
function addressesIn(text: string): readonly string[] {
  return text
    .slice(0, 10_000)
    .split(/[\s,;[\]()]+/)
    .filter((word) => /^[0-9a-f]*[.:][0-9a-f.:]*[0-9a-f]$/i.test(word));
}

/** Rules are named after the address, so that a second address gets a rule of its own and undo finds the right one. */
function attackerOf(attackerAddress: string): Subject {
  return {
    attackerAddress,
    attackerRange: `${attackerAddress}/${attackerAddress.includes(':') ? 128 : 32}`,
    attackerRule: `incident-deny-${attackerAddress.replaceAll(':', '-')}`,
    attackerPriority: priorityFor(attackerAddress),
  };
}

function remoteOf(remoteAddress: string): Subject {
  return {
    remoteAddress,
    remoteRule: `incident-deny-out-${remoteAddress.replaceAll(':', '-')}`,
    remotePriority: priorityFor(remoteAddress),
  };
}

function priorityFor(address: string): string {
  return String(firstPriority + (Number.parseInt(hash64(address).slice(0, 6), 16) % priorities));
}

/**
 * Before the priorities that people use (300, 1000…), behind those of the steps that isolate (100 to 102), and different
 * for most addresses: a group takes each only once for a direction.
 */
const firstPriority = 110;
const priorities = 150;

function usersOf(alert: Alert): readonly string[] {
  const accounts = entitiesOf(alert, 'account').flatMap(({ properties }) => {
    const name = ownString(properties, 'name');
    const suffix = ownString(properties, 'upnSuffix');
    const user = name === undefined || suffix === undefined || name.includes('@') ? name : `${name}@${suffix}`;
    return [user?.includes('@') === true ? user : ownString(properties, 'aadUserId')];
  });
  const named = extendedTexts(
    alert,
    'azure ad user',
    'client principal name',
    'principal name',
    'user name',
    'username',
  );
  return distinct([...accounts, ...named.filter((text) => text.includes('@'))]);
}

function objectIdsOf(alert: Alert): readonly string[] {
  const accounts = entitiesOf(alert, 'account').map(
    ({ properties }) => ownString(properties, 'aadUserId') ?? ownString(properties, 'objectGuid'),
  );
  return distinct([...accounts, ...extendedTexts(alert, ...objectIdProperties)]);
}

const hour = 3_600_000;

function timesAround(time: number): Subject {
  return {
    alertTime: timestamp(time),
    hourBefore: timestamp(time - hour),
    dayBefore: timestamp(time - 24 * hour),
    weekBefore: timestamp(time - 7 * 24 * hour),
  };
}

function timestamp(time: number): string {
  // Beyond what a Date holds the text is refused by its type instead of thrown about.
  return Math.abs(time) <= 8.64e15 ? `${new Date(time).toISOString().slice(0, 19)}Z` : 'unknown';
}
