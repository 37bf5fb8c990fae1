import { finite, object, oneOf, string, type Guarded } from './schema.ts';

/** Answer to "still active?", always with its reason. `at`: the epoch milliseconds that the reason speaks of. */
export const activityModel = object(
  { state: oneOf('active', 'quiet', 'closed', 'unknown'), label: string, reason: string },
  { at: finite },
);

export type ActivityModel = Guarded<typeof activityModel>;
