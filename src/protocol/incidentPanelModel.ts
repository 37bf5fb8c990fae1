import { alertKey, checklistModel, preventionModel } from './checklistModel.ts';
import { factModel } from './factModel.ts';
import { killChainStage } from './killChainModel.ts';
import { actionId, linkModel } from './linkModel.ts';
import { panelHeader } from './panelHeader.ts';
import { recordModel } from './recordModel.ts';
import { array, boolean, finite, object, oneOf, shortString, string, type Guarded } from './schema.ts';
import { runbookModel } from './runbookModel.ts';
import { severityModel } from './severityModel.ts';
import { textModel } from './textModel.ts';
import { whyModel } from './whyModel.ts';

export const incidentId = shortString(320);

/** A resource that was attacked. */
const resourceRow = object(
  { name: string, type: string, id: string, alerts: finite },
  { link: linkModel, scope: string },
);
export type ResourceRow = Guarded<typeof resourceRow>;

/** A source address over all alerts of the incident. */
const addressRow = object({ address: string, place: string, network: string, alerts: finite, threats: array(string) });
export type AddressRow = Guarded<typeof addressRow>;

const accountRow = object({ name: string, detail: string, alerts: finite });
export type AccountRow = Guarded<typeof accountRow>;

/** One alert of the incident, chronological. `gap`: milliseconds since the alert before it. */
const alertRow = object(
  { title: string, severity: severityModel, tactics: array(string), resource: string, status: string, reason: string },
  {
    /** Absent when the alert is not in the list: what is shown then is what the incident says about it. */
    alertKey,
    time: finite,
    gap: finite,
    stepsDecided: finite,
    stepsTotal: finite,
    /** False when a person took it away already: it is listed because the service names it. */
    removable: boolean,
  },
);
export type AlertRow = Guarded<typeof alertRow>;

/** What a person decided about the incident. */
const madeCorrection = object({ correctionId: actionId, text: string, by: string, at: finite });
export type MadeCorrectionModel = Guarded<typeof madeCorrection>;

export const incidentPanelModel = object(
  {
    kind: oneOf('incident'),
    id: incidentId,
    header: panelHeader,
    /** A person wants it to stand first. */
    pinned: boolean,
    /** 0 to 100: how much it deserves to be looked at first. */
    score: finite,
    /** What triggered it, in words. */
    trigger: textModel,
    /** True when the words are the service's own. */
    triggerFromService: boolean,
    killChain: array(killChainStage),
    facts: array(factModel),
    resources: array(resourceRow),
    addresses: array(addressRow),
    accounts: array(accountRow),
    alerts: array(alertRow),
    why: whyModel,
    /** The newest first. */
    corrections: array(madeCorrection),
    checklist: checklistModel,
    prevention: preventionModel,
  },
  {
    /** What is kept on this machine about the incident; absent until it was read. */
    record: recordModel,
    /** Absent until it is known. */
    runbooks: runbookModel,
  },
);

export type IncidentPanelModel = Guarded<typeof incidentPanelModel>;
