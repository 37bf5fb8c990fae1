import type { Fault, Faults } from '../fault.ts';

/** Where a fault happens. */
export interface FaultPlace {
  /** Origin of another server whose certificate is trusted too: where no token may ever go. */
  readonly elsewhere: string;
  /** Whose alerts are hit. */
  readonly subscriptionId: string;
  /** The server's own origin. */
  readonly origin: string;
  /** Epoch milliseconds of the server's clock. */
  readonly now: () => number;
}

/** A fault of the list in its own words; a family of faults is a table of them. */
export type NamedFault = (place: FaultPlace) => Faults;

/** Bytes that stand for what must never be shown or kept: they are in bodies and headers of faulty answers. */
export const bodyCanary = 'CANARY-of-a-body';

const alertLists = /^GET \S+\/providers\/Microsoft\.Security\/alerts\?/i;

/** What goes wrong with the n-th request (from 1) for a list of alerts; its pages count one by one. */
export function onLists(decide: (n: number) => Fault | undefined): Faults {
  let n = 0;
  return ({ method, url }) => (alertLists.test(`${method} ${url}`) ? decide((n += 1)) : undefined);
}

export function once(fault: Fault): Faults {
  return onLists((n) => (n === 1 ? fault : undefined));
}

export function always(fault: Fault): Faults {
  return onLists(() => fault);
}

export const json = { 'content-type': 'application/json; charset=utf-8' };

/** An error as Resource Manager words it. */
export function armError(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Fault {
  const body = JSON.stringify({ error: { code, message: `${bodyCanary} ${code}` } });
  return {
    kind: 'answer',
    status,
    headers: { ...json, 'x-ms-request-id': 'request-1', 'set-cookie': `s=${bodyCanary}`, ...headers },
    body,
  };
}

export function answer(body: string | Buffer, headers: Readonly<Record<string, string>> = json): Fault {
  return { kind: 'answer', status: 200, headers, body };
}
