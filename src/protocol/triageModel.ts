import { array, object, oneOf, string, type Guarded } from './schema.ts';

/** What one can do about an item as a whole, in words of the page. */
const triageActions = ['acknowledge', 'resolve', 'dismiss', 'activate', 'snooze', 'wake'] as const;

export const triageAction = oneOf(...triageActions);

/** The buttons of a panel for that. `refused` says which role is missing: then the button cannot be pressed. */
export const triageModel = array(object({ action: triageAction }, { refused: string }));

export type TriageAction = Guarded<typeof triageAction>;
export type TriageModel = Guarded<typeof triageModel>;
