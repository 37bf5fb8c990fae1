import { alertKey, stepKey, stepStates } from './checklistModel.ts';
import { incidentId } from './incidentPanelModel.ts';
import { actionId } from './linkModel.ts';
import { recordActions } from './recordModel.ts';
import { runbookStepId, stepActions } from './runbookModel.ts';
import { boolean, finite, object, oneOf, union, type Guard, type Guarded } from './schema.ts';
import { triageAction } from './triageModel.ts';
import { tuningDraft } from './tuningModel.ts';

/** Longest reason for skipping a step, in UTF-16 units. */
export const reasonLimit = 500;

const reason: Guard<string> = (value): value is string => typeof value === 'string' && value.length <= reasonLimit;

/** What the page can ask for in which correlation is tuned. */
export const tuningRequest = union(
  object({ type: oneOf('openAlert'), alertKey }),
  object({ type: oneOf('openIncident'), incidentId }),
  /** Other settings to try: the only texts that a page supplies, and they go into settings alone. */
  object({ type: oneOf('tune'), generation: finite, draft: tuningDraft }),
  object({ type: oneOf('applyTuning') }),
  object({ type: oneOf('discardTuning') }),
);

/**
 * Everything the webview can ask for. It names things by ids that the host gave it; it never supplies an address, a
 * path, a command or a text to copy.
 */
const webviewToHost = union(
  /** The page can take a model now. */
  object({ type: oneOf('ready') }),
  object({ type: oneOf('compareAlerts'), alertKey, otherKey: alertKey }),
  object({ type: oneOf('setStep'), alertKey, stepKey, state: oneOf(...stepStates) }, { reason }),
  object({ type: oneOf('openLink'), linkId: actionId }),
  object({ type: oneOf('copy'), copyId: actionId }),
  object({ type: oneOf('showInFull'), textId: actionId }),
  object({ type: oneOf('refresh') }),
  /** What is to be done about the item of the panel. */
  object({ type: oneOf('triage'), action: triageAction }),
  /** Of the incident that the panel shows. */
  object({ type: oneOf('removeFromIncident'), alertKey }),
  object({ type: oneOf('renameIncident') }),
  object({ type: oneOf('pinIncident'), pinned: boolean }),
  object({ type: oneOf('undoCorrection'), correctionId: actionId }),
  /** Of the incident that the panel shows: the host asks for what it takes. */
  object({ type: oneOf('handleIncident'), action: oneOf(...recordActions) }),
  /** Does something about a step of a runbook: the host knows its command. */
  object({ type: oneOf('actOnStep'), action: oneOf(...stepActions), ...runbookStepId }),
  /** Puts an entity onto the draft of its stop list. */
  object({ type: oneOf('addToStopList'), stopId: actionId }),
  tuningRequest,
);

export type WebviewToHost = Guarded<typeof webviewToHost>;

/** The message, or undefined for anything that is not exactly one of ours. Never throws. */
export function parseWebviewToHost(value: unknown): WebviewToHost | undefined {
  try {
    return webviewToHost(value) ? value : undefined;
  } catch {
    // A proxy or getter that throws cannot cross postMessage, but a guard must not depend on that.
    return undefined;
  }
}
