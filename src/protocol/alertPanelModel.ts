import { aloneModel } from './aloneModel.ts';
import { alertKey, checklistModel, preventionModel } from './checklistModel.ts';
import { entityGroup } from './entityModel.ts';
import { evidenceModel } from './evidenceModel.ts';
import { factModel } from './factModel.ts';
import { incidentReference } from './incidentReference.ts';
import { killChainStage } from './killChainModel.ts';
import { linkModel } from './linkModel.ts';
import { panelHeader } from './panelHeader.ts';
import { runbookModel } from './runbookModel.ts';
import { array, object, oneOf, string, type Guarded } from './schema.ts';
import { textModel } from './textModel.ts';
import { whyLink } from './whyModel.ts';

/** An incident that the alert is in, with the links that lead to it from the incident's first alert. */
const membership = object(
  { incident: incidentReference },
  {
    /** Absent until it is known. */
    why: object({ sentence: string, links: array(whyLink) }),
  },
);
export type Membership = Guarded<typeof membership>;

export const alertPanelModel = object(
  {
    kind: oneOf('alert'),
    id: alertKey,
    header: panelHeader,
    description: textModel,
    killChain: array(killChainStage),
    facts: array(factModel),
    incidents: array(membership),
    checklist: checklistModel,
    prevention: preventionModel,
    entities: array(entityGroup),
    properties: array(factModel),
    evidence: array(evidenceModel),
    links: array(linkModel),
    /** Wire fields that this version does not know, so that nothing the service says is hidden. */
    additional: array(factModel),
  },
  {
    /** Why it is in no incident; absent when it is in one. */
    alone: aloneModel,
    /** Absent until it is known. */
    runbooks: runbookModel,
  },
);

export type AlertPanelModel = Guarded<typeof alertPanelModel>;
