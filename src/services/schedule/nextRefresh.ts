const minute = 60_000;

/** What decides when Azure is read next without anybody asking. Times are epoch milliseconds. */
export interface ScheduleFacts {
  /** Minutes between two reads, as the person set them; 0 for never. */
  readonly interval: number;
  /** The view is on the screen. */
  readonly visible: boolean;
  /** The window has the focus. */
  readonly focused: boolean;
  readonly signedIn: boolean;
  /** When the last read ended, here or in another window; absent before the first one: that is not the schedule's. */
  readonly endedAt: number | undefined;
  /** Reads in a row, up to the last one, that changed no alert. */
  readonly unchanged: number;
  /** Reads in a row, up to the last one, that did not get through to Azure. */
  readonly unreached: number;
  /** Azure asked to be left alone until then. */
  readonly retryAt?: number;
}

/** Minutes between tries while Azure cannot be reached: soon at first, since most outages are short. */
const triesAfter = [1, 2, 4, 8, 15];

/** After as many reads that changed nothing, the next ones are made half as often. */
const unchangedLimit = 4;

/**
 * When Azure is to be read next; undefined while it is not to be read without being asked for. A machine that was asleep
 * is late for one read, never for several.
 */
export function nextRefreshAt(facts: ScheduleFacts): number | undefined {
  const { interval, visible, signedIn, endedAt, unreached, retryAt } = facts;
  if (interval <= 0 || !visible || !signedIn || endedAt === undefined) return undefined;
  const minutes = unreached > 0 ? (triesAfter[unreached - 1] ?? 15) : interval * slowness(facts);
  return Math.max(endedAt + minutes * minute, retryAt ?? 0);
}

/** Nobody looks at a window without focus as closely, and what did not change lately will hardly do so now. */
function slowness({ focused, unchanged }: ScheduleFacts): number {
  return (focused ? 1 : 2) * (unchanged >= unchangedLimit ? 2 : 1);
}
