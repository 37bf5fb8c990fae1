/** An ISO 8601 instant with 0 to 9 fraction digits and Z, an offset, or nothing (the service then means UTC). */
const instant = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?$/i;

/** Azure did not exist before 2008, and .NET sends 0001-01-01 and 9999-12-31 where it means "no time". */
const earliest = Date.UTC(2008, 0, 1);
const latest = Date.UTC(2200, 0, 1);

/**
 * Epoch milliseconds UTC of a wire time; undefined for anything else: wrong types, texts that are no time, days that do
 * not exist (2024-02-30), and the two ends of .NET's calendar.
 */
export function parseTime(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const parts = instant.exec(value.trim());
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = parts;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const utc = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    milliseconds,
  );
  const date = new Date(utc);
  if (date.getUTCDate() !== Number(day) || date.getUTCMonth() !== Number(month) - 1) return undefined;
  if (date.getUTCHours() !== Number(hour) || date.getUTCMinutes() !== Number(minute)) return undefined;
  const time = utc - offsetMilliseconds(zone);
  return time >= earliest && time <= latest ? time : undefined;
}

function offsetMilliseconds(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))) * 60_000;
}
