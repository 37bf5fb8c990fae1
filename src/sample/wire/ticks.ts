/** A point in time as .NET counts it: 100-nanosecond steps since the year 1. Needed whole, because ids carry it whole. */
export type Ticks = bigint;

/** `2d 21:14` or `2d 21:14:09`: a time of day in UTC, that many days before the day of *now*; at least `1d`. */
export type DayTime = `${number}d ${string}`;

const ticksPerMillisecond = 10_000n;
const ticksPerSecond = 10_000_000n;
const unixEpoch = 621_355_968_000_000_000n;
const maxValue = 3_155_378_975_999_999_999n;
const millisecondsPerDay = 86_400_000;

export function ticksFromEpoch(milliseconds: number): Ticks {
  return BigInt(milliseconds) * ticksPerMillisecond + unixEpoch;
}

export function addMinutes(ticks: Ticks, minutes: number): Ticks {
  return ticks + BigInt(Math.round(minutes * 60)) * ticksPerSecond;
}

/**
 * The moment that a story names. Stories hang on the start of the current UTC day and not on *now* itself, because an
 * alert's id is made from its start time: two sessions on the same day must produce the same ids.
 * @param fraction below one minute, in ticks: seconds (when the story gives none) and their seven digits
 */
export function ticksAt(now: number, dayTime: DayTime, fraction: Ticks): Ticks {
  const parts = /^(\d+)d (\d\d):(\d\d)(?::(\d\d))?$/.exec(dayTime);
  if (parts === null || Number(parts[1]) < 1) throw new RangeError(`Not a day and time before today: ${dayTime}`);
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part));
  const midnight = now - (now % millisecondsPerDay) - (days ?? 0) * millisecondsPerDay;
  const minute = addMinutes(ticksFromEpoch(midnight), (hours ?? 0) * 60 + (minutes ?? 0));
  if (parts[4] === undefined) return minute + fraction;
  return minute + BigInt(seconds ?? 0) * ticksPerSecond + (fraction % ticksPerSecond);
}

/** ISO 8601 in UTC with up to seven fraction digits and no trailing zero, as the service writes times. */
export function isoTime(ticks: Ticks): string {
  const wholeSeconds = new Date(epochFromTicks(ticks)).toISOString().slice(0, 19);
  const fraction = String(ticks % ticksPerSecond)
    .padStart(7, '0')
    .replace(/0+$/, '');
  return fraction === '' ? `${wholeSeconds}Z` : `${wholeSeconds}.${fraction}Z`;
}

/** `2026-03-01 08:15:02 UTC`, the form used inside the texts of an incident. */
export function textTime(ticks: Ticks): string {
  return `${isoTime(ticks).slice(0, 19).replace('T', ' ')} UTC`;
}

/** The 19 digits that begin an alert's name: time counted backwards from the year 9999, so that names sort newest first. */
export function reverseTicks(ticks: Ticks): string {
  return String(maxValue - ticks).padStart(19, '0');
}

function epochFromTicks(ticks: Ticks): number {
  return Number((ticks - unixEpoch) / ticksPerMillisecond);
}
