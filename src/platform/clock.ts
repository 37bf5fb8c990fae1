import type { Clock } from '../services/ports.ts';

export const systemClock: Clock = { now: () => Date.now() };

const today = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const anyDay = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const halfDay = 12 * 60 * 60 * 1000;

/** Epoch milliseconds as the reader's clock shows them; with the date when that is more than half a day away. */
export function timeOfDay(time: number): string {
  return (Math.abs(Date.now() - time) < halfDay ? today : anyDay).format(time);
}
