const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Date and time in the person's locale and time zone. */
export function localTime(at: number): string {
  return dateAndTime.format(at);
}

/** The same moment in UTC, to compare with logs: "2026-03-02 10:00:00 UTC". */
export function utcTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** "2 hours ago"; a coarse unit, since the exact time stands beside it. */
export function timeAgo(at: number, now: number): string {
  const distance = at - now;
  const size = Math.abs(distance);
  if (size < 2 * hour) return relative.format(Math.round(distance / minute), 'minute');
  if (size < 2 * day) return relative.format(Math.round(distance / hour), 'hour');
  return relative.format(Math.round(distance / day), 'day');
}

/** A length of time in its two largest units: "2 d 3 h", "4 min", "under 1 min". */
export function duration(length: number): string {
  if (length < minute) return 'under 1 min';
  const days = Math.floor(length / day);
  const hours = Math.floor((length % day) / hour);
  const minutes = Math.floor((length % hour) / minute);
  if (days > 0) return hours > 0 ? `${String(days)} d ${String(hours)} h` : `${String(days)} d`;
  if (hours > 0) return minutes > 0 ? `${String(hours)} h ${String(minutes)} min` : `${String(hours)} h`;
  return `${String(minutes)} min`;
}
