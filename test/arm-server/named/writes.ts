import type { Fault, Faults } from '../fault.ts';
import { always, answer, armError, type NamedFault } from './namedFault.ts';

/** Changes of an alert's state: the environment carries them out before the fault spoils the answer. */
function onChanges(fault: Fault): Faults {
  return ({ method, url }) => (method === 'POST' && url.includes('/alerts/') ? fault : undefined);
}

const reset: Fault = { kind: 'spoilt', manner: { kind: 'reset' } };

/** Pages of the listing whose requests fail now and then. */
export const flappingPages = 45;

/** Every so-many-th request is reset; the others get the pages of a long listing, an alert on each. */
function flapping(every: number): NamedFault {
  return ({ origin, subscriptionId }) => {
    const place = `/subscriptions/${subscriptionId}/providers/Microsoft.Security`;
    let requests = 0;
    return ({ method, url }) => {
      const { pathname, searchParams } = new URL(url);
      if (method !== 'GET' || !pathname.endsWith('/alerts')) return undefined;
      requests += 1;
      if (requests % every === 0) return reset;
      const page = Number(searchParams.get('page') ?? '1');
      const name = `flapping-${String(page)}`;
      const id = `${place}/locations/westeurope/alerts/${name}`;
      const link = `${origin}${place}/alerts?api-version=2022-01-01&page=${String(page + 1)}`;
      const value = [{ id, name, properties: { systemAlertId: name, severity: 'Low', status: 'Active' } }];
      return answer(JSON.stringify({ value, ...(page < flappingPages && { nextLink: link }) }));
    };
  };
}

export const writes: Readonly<Record<string, NamedFault>> = {
  'F44 slow': () => always({ kind: 'delay', milliseconds: 300 }),
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, index): [string, NamedFault] => {
      const every = index + 1;
      return [`F45 every ${String(every)}`, flapping(every)];
    }),
  ),
  'F46 500 after the change': () => onChanges(armError(500, 'InternalServerError')),
  'F46 reset after the change': () => onChanges(reset),
};
