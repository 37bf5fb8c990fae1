const pattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))?$/i;

/** .NET writes its smallest and largest date for "not set", so the first and last years are no real times. */
const firstYear = 1970;
const lastYear = 9998;

/**
 * A wire time as epoch milliseconds, or undefined when the text is not one. The service sends 0 to 7 fraction digits;
 * they are cut to milliseconds. Without a zone it is UTC, as every name of a wire time says. Never rolls over: 30 February
 * is no time.
 */
export function parseWireTime(text: string): number | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const offset = (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)) * (match[8] === '-' ? -60_000 : 60_000);
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - offset;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
