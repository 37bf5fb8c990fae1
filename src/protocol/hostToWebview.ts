import { alertKey, stepKey, stepStates } from './checklistModel.ts';
import { actionId } from './linkModel.ts';
import { pageModel } from './panelModel.ts';
import { pageTarget } from './panelTarget.ts';
import { boolean, object, oneOf, union, type Guarded } from './schema.ts';

const hostToWebview = union(
  object({ type: oneOf('render'), target: pageTarget, model: pageModel }),
  /** Outcome of a `setStep`; the next `render` carries the new state. */
  object({ type: oneOf('stepSaved'), alertKey, stepKey, state: oneOf(...stepStates), ok: boolean }),
  object({ type: oneOf('copied'), copyId: actionId }),
);

export type HostToWebview = Guarded<typeof hostToWebview>;

/** The message, or undefined for anything that is not exactly one of ours. Never throws. */
export function parseHostToWebview(value: unknown): HostToWebview | undefined {
  try {
    return hostToWebview(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
