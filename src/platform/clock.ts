import type { Clock } from '../services/ports.ts';

export const systemClock: Clock = { now: () => Date.now() };

const halfDay = 12 * 60 * 60 * 1000;

/** Made when first needed: the first format of a process reads locale data for tens of milliseconds. */
const formats: { today?: Intl.DateTimeFormat; anyDay?: Intl.DateTimeFormat } = {};

/** Epoch milliseconds as the reader's clock shows them; with the date when that is more than half a day away. */
export function timeOfDay(time: number): string {
  if (Math.abs(Date.now() - time) < halfDay) {
    formats.today ??= new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
    return formats.today.format(time);
  }
  formats.anyDay ??= new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  return formats.anyDay.format(time);
}
