import { incidentId } from './incidentPanelModel.ts';
import { finite, object, string, type Guarded } from './schema.ts';
import { severityModel } from './severityModel.ts';

/** An incident as other panels name it; opens on click. */
export const incidentReference = object({ incidentId, title: string, severity: severityModel, alerts: finite });

export type IncidentReference = Guarded<typeof incidentReference>;
