import { aloneModel } from './aloneModel.ts';
import { alertKey, checklistModel, preventionModel } from './checklistModel.ts';
import { entityGroup } from './entityModel.ts';
import { evidenceModel } from './evidenceModel.ts';
import { factModel } from './factModel.ts';
import { incidentId } from './incidentPanelModel.ts';
import { killChainStage } from './killChainModel.ts';
import { linkModel } from './linkModel.ts';
import { panelHeader } from './panelHeader.ts';
import { array, finite, object, oneOf, string, type Guarded } from './schema.ts';
import { severityModel } from './severityModel.ts';
import { textModel } from './textModel.ts';

const incidentReference = object({ incidentId, title: string, severity: severityModel, alerts: finite });
export type IncidentReference = Guarded<typeof incidentReference>;

export const alertPanelModel = object(
  {
    kind: oneOf('alert'),
    id: alertKey,
    header: panelHeader,
    description: textModel,
    killChain: array(killChainStage),
    facts: array(factModel),
    incidents: array(incidentReference),
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
  },
);

export type AlertPanelModel = Guarded<typeof alertPanelModel>;
