import { alertKey } from './checklistModel.ts';
import { array, boolean, finite, object, string, type Guarded } from './schema.ts';

const otherAlert = object({ alertKey, title: string });

/** Why an alert is in no incident. */
export const aloneModel = object({
  /** A person decided that alerts of its type are never correlated. */
  excluded: boolean,
  /** Alerts that it was grouped with, though the group is no incident; the first few. */
  related: array(otherAlert),
  /** How many more there are. */
  relatedMore: finite,
  /** Why the group is no incident; empty without one. */
  relatedReason: string,
  /** The alerts that came closest, each with what kept it apart, in a sentence. */
  nearest: array(object({ alert: otherAlert, reason: string })),
});

export type AloneModel = Guarded<typeof aloneModel>;
