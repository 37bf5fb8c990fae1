import { alertKey } from './checklistModel.ts';
import { incidentReference } from './incidentReference.ts';
import { array, finite, object, oneOf, string, type Guarded } from './schema.ts';
import { severityModel } from './severityModel.ts';
import { whyLink, whyTie } from './whyModel.ts';

const comparedAlert = object(
  {
    alertKey,
    title: string,
    severity: severityModel,
    alertType: string,
    resource: string,
    tactics: array(string),
  },
  { time: finite, tenant: string },
);
export type ComparedAlert = Guarded<typeof comparedAlert>;

/** Why two alerts are together, or what kept them apart. */
export const comparisonPanelModel = object(
  {
    kind: oneOf('comparison'),
    id: alertKey,
    otherId: alertKey,
    together: oneOf('unknown', 'incident', 'group', 'no'),
    title: string,
    /** Why, in one sentence or two. */
    sentence: string,
    /** The two, the earlier first. */
    alerts: array(comparedAlert),
    /** The links that lead from the first to the second; none when they are apart. */
    path: array(whyLink),
    /** The incidents that both are in. */
    incidents: array(incidentReference),
  },
  {
    /** What the two themselves have to do with each other, where they name anything in common and no link says it. */
    tie: whyTie,
  },
);

export type ComparisonPanelModel = Guarded<typeof comparisonPanelModel>;
