import type { Fault } from '../fault.ts';
import { always, armError, once, onLists, type NamedFault } from './namedFault.ts';

function throttled(headers: Readonly<Record<string, string>>): Fault {
  return armError(429, 'ResourceRequestsThrottled', headers);
}

function httpDate(time: number): string {
  return new Date(time).toUTCString();
}

/** A time three seconds from now by a server's clock that is off by so much. */
function dated(now: number, off = 0): Fault {
  // HTTP dates have whole seconds: without rounding the wait would be up to a second shorter.
  const serverNow = Math.floor((now + off) / 1_000) * 1_000;
  return throttled({ date: httpDate(serverNow), 'retry-after': httpDate(serverNow + 3_000) });
}

const tenMinutes = 600_000;

export const throttling: Readonly<Record<string, NamedFault>> = {
  F1: () => once(throttled({ 'retry-after': '2' })),
  F2: ({ now }) => onLists((n) => (n === 1 ? dated(now()) : undefined)),
  'F3 clock behind': ({ now }) => onLists((n) => (n === 1 ? dated(now(), tenMinutes) : undefined)),
  'F3 clock ahead': ({ now }) => onLists((n) => (n === 1 ? dated(now(), -tenMinutes) : undefined)),
  'F4 once': () => once(throttled({})),
  'F4 always': () => always(throttled({})),
  F5: () => always(throttled({ 'retry-after': '3600' })),
  'F6 negative': () => always(throttled({ 'retry-after': '-5' })),
  'F6 oversized': () => always(throttled({ 'retry-after': '9999999' })),
  'F6 infinite': () => always(throttled({ 'retry-after': '1e309' })),
  'F6 a word': () => always(throttled({ 'retry-after': 'soon' })),
  'F6 two headers': () => always(throttled({ 'retry-after': '1', 'x-ms-retry-after-ms': '2000' })),
  'F7 once': () => onLists((n) => (n === 7 ? throttled({ 'retry-after': '2' }) : undefined)),
  'F7 for long': () => onLists((n) => (n >= 7 ? throttled({ 'retry-after': '3600' }) : undefined)),
};
