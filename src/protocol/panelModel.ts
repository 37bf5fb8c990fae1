import { alertPanelModel } from './alertPanelModel.ts';
import { comparisonPanelModel } from './comparisonPanelModel.ts';
import { incidentPanelModel } from './incidentPanelModel.ts';
import { tuningPanelModel } from './tuningModel.ts';
import { boolean, object, oneOf, string, union, type Guarded } from './schema.ts';

/** There is nothing to show yet, or any more: says why and what to do. */
const emptyPanelModel = object({
  kind: oneOf('empty'),
  subject: oneOf('incident', 'alert', 'comparison'),
  state: oneOf('loading', 'gone', 'signedOut', 'failed', 'uncorrelated'),
  title: string,
  explanation: string,
  /** Offers to read the list again. */
  canRefresh: boolean,
});

export type EmptyPanelModel = Guarded<typeof emptyPanelModel>;

export const panelModel = union(incidentPanelModel, alertPanelModel, comparisonPanelModel, emptyPanelModel);

export type PanelModel = Guarded<typeof panelModel>;

/** What any page of ours shows. */
export const pageModel = union(panelModel, tuningPanelModel);

export type PageModel = Guarded<typeof pageModel>;
