import type { Fault, Faults } from '../fault.ts';
import { always, armError, onLists, type NamedFault } from './namedFault.ts';

/** Changes of an alert's state: the environment carries them out before the fault spoils the answer. */
function onChanges(fault: Fault): Faults {
  return ({ method, url }) => (method === 'POST' && url.includes('/alerts/') ? fault : undefined);
}

const reset: Fault = { kind: 'spoilt', manner: { kind: 'reset' } };

export const writes: Readonly<Record<string, NamedFault>> = {
  'F44 slow': () => always({ kind: 'delay', milliseconds: 300 }),
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, index): [string, NamedFault] => {
      const every = index + 1;
      return [`F45 every ${String(every)}`, () => onLists((n) => (n % every === 0 ? reset : undefined))];
    }),
  ),
  'F46 500 after the change': () => onChanges(armError(500, 'InternalServerError')),
  'F46 reset after the change': () => onChanges(reset),
};
