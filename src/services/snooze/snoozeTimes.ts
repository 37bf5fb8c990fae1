/** A time to be reminded at. */
export interface SnoozeTime {
  readonly label: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

const hour = 60 * 60_000;

/** When the working day begins, by the reader's clock. */
const morning = 9;

/** Times that people want to be reminded at, from a moment on the reader's clock; soonest first. */
export function snoozeTimes(now: Date): readonly SnoozeTime[] {
  const daysToMonday = (8 - now.getDay()) % 7 || 7;
  const times = [
    { label: 'For an hour', until: now.getTime() + hour },
    { label: 'For four hours', until: now.getTime() + 4 * hour },
    { label: 'Until tomorrow morning', until: morningIn(1, now) },
    { label: 'Until Monday morning', until: morningIn(daysToMonday, now) },
    { label: 'For a week', until: morningIn(7, now) },
    { label: 'For a month', until: morningIn(30, now) },
  ];
  // On a Sunday tomorrow is Monday, and on a Monday that is a week away.
  return times.filter(({ until }, index) => times.findIndex((each) => each.until === until) === index);
}

/** By the calendar, so that a change of the clock in between moves nothing. */
function morningIn(days: number, now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning).getTime();
}
