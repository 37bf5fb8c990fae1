import type { Fault } from '../fault.ts';
import { always, onLists, type FaultPlace, type NamedFault } from './namedFault.ts';

function listOf({ subscriptionId }: FaultPlace): string {
  return `/subscriptions/${subscriptionId}/providers/Microsoft.Security/alerts?api-version=2022-01-01`;
}

function linkTo(link: (place: FaultPlace) => unknown): NamedFault {
  return (place) => always({ kind: 'nextLink', nextLink: link(place) });
}

function redirect(status: number, location: (place: FaultPlace) => string): NamedFault {
  return (place) => always({ kind: 'answer', status, headers: { location: location(place) } });
}

function hostOf({ origin }: FaultPlace): string {
  return new URL(origin).host;
}

/** Empty pages whose links come back to the first, after so many pages. */
function circle(length: number): NamedFault {
  return (place) => onLists((n) => page([], `${place.origin}${listOf(place)}&round=${String(n % length)}`));
}

function page(value: readonly unknown[], nextLink: string): Fault {
  return { kind: 'rewrite', rewrite: () => ({ value, nextLink }) };
}

export const links: Readonly<Record<string, NamedFault>> = {
  F14: linkTo((place) => `${place.elsewhere}${listOf(place)}`),
  'F15 http': linkTo((place) => `http://${hostOf(place)}${listOf(place)}`),
  'F15 host after @': linkTo((place) => `https://${hostOf(place)}@${new URL(place.elsewhere).host}${listOf(place)}`),
  'F15 host as a prefix': linkTo((place) => `https://management.azure.com.evil.example${listOf(place)}`),
  'F15 user and password': linkTo((place) => `https://user:pass@${hostOf(place)}${listOf(place)}`),
  'F15 other port': linkTo((place) => `https://127.0.0.1:${new URL(place.elsewhere).port}${listOf(place)}`),
  'F15 look-alike': linkTo((place) => `https://mаnagement.azure.com${listOf(place)}`),
  'F16 302 away': redirect(302, (place) => `${place.elsewhere}${listOf(place)}`),
  'F16 307 away': redirect(307, (place) => `${place.elsewhere}${listOf(place)}`),
  'F16 308 away': redirect(308, (place) => `${place.elsewhere}${listOf(place)}`),
  'F16 307 here': ({ origin }) => {
    let redirected = false;
    return ({ url }) => {
      if (redirected || !url.includes('/alerts?')) return undefined;
      redirected = true;
      return { kind: 'answer', status: 307, headers: { location: `${url.replace(origin, '')}&moved=1` } };
    };
  },
  'F16 307 in a circle': () => (request) =>
    request.url.includes('/alerts?') ? { kind: 'answer', status: 307, headers: { location: request.url } } : undefined,
  'F17 to itself': circle(1),
  'F17 to and fro': circle(2),
  'F17 round three': circle(3),
  F18: (place) => onLists((n) => page([], `${place.origin}${listOf(place)}&round=${String(n)}`)),
  'F19 page twice': (place) => {
    // The second page is the first again, under another link.
    let rows: readonly unknown[] = [];
    return onLists((n) => ({
      kind: 'rewrite',
      rewrite: (body) => {
        if (n === 1) rows = body['value'] as readonly unknown[];
        return n === 1 ? { value: rows, nextLink: `${place.origin}${listOf(place)}&again=1` } : { value: rows };
      },
    }));
  },
  'F19 other case': () =>
    always({
      kind: 'rewrite',
      rewrite: (body) => {
        const value = body['value'] as readonly Row[];
        return { ...body, value: [...value, ...value.map(shouted)] };
      },
    }),
  'F20 relative': ({ origin }) =>
    always({
      kind: 'rewrite',
      rewrite: (body) => ({
        ...body,
        nextLink: JSON.stringify(body['nextLink'] ?? '')
          .slice(1, -1)
          .replace(origin, ''),
      }),
    }),
  'F20 empty': linkTo(() => ''),
  'F20 null': linkTo(() => null),
  'F20 a number': linkTo(() => 5),
  'F20 an object': linkTo(() => ({})),
};

interface Row {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The same alert, its ids in capitals. */
function shouted(row: Row): Row {
  const systemAlertId = String(row.properties['systemAlertId']).toUpperCase();
  return { ...row, id: row.id.toUpperCase(), properties: { ...row.properties, systemAlertId } };
}
