const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long ago, in the shortest words: "now", "5 min", "3 h", "4 d". Undefined for an unknown time; a time in the
 * future (clocks differ) is "now".
 */
export function age(time: number | undefined, now: number): string | undefined {
  if (time === undefined) return undefined;
  const passed = now - time;
  if (passed < minute) return 'now';
  if (passed < hour) return `${String(Math.floor(passed / minute))} min`;
  if (passed < day) return `${String(Math.floor(passed / hour))} h`;
  return `${String(Math.floor(passed / day))} d`;
}
