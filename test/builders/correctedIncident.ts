import type { Correction } from '../../src/domain/correlation/corrections/correction.ts';
import type { IncidentPanelModel } from '../../src/protocol/incidentPanelModel.ts';
import { correlate } from '../../src/domain/correlation/correlate.ts';
import { foldCorrections } from '../../src/domain/correlation/corrections/foldCorrections.ts';
import { defaultOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { memberKeys } from '../../src/domain/incident.ts';
import { buildIncidentPanelModel } from '../../src/services/viewModels/buildIncidentPanelModel.ts';
import type { PanelContext } from '../../src/services/viewModels/panelContext.ts';
import { inSequence } from './corrections.ts';

/** The panel of the first incident after people removed an alert from it, pinned it and gave it a name. */
export function aCorrectedIncident(context: PanelContext): IncidentPanelModel {
  const alerts = [...context.correlation.alerts.values()];
  const [incident] = context.correlation.incidents;
  const [first = '', ...rest] = incident === undefined ? [] : memberKeys(incident);
  const named = incident?.declaredBy ?? first;
  const decisions: readonly Correction[] = [
    { kind: 'remove', alerts: [first], from: [rest] },
    { kind: 'pin', alerts: [named], pinned: true },
    { kind: 'rename', alerts: [named], name: 'Miner in the harbour' },
  ];
  const corrections = inSequence(decisions);
  const correlation = correlate(alerts, { ...defaultOptions, corrections: foldCorrections(corrections) });
  const found = correlation.incidents.find(({ pinned }) => pinned === true);
  if (found === undefined) throw new Error('The story gives no incident');
  return buildIncidentPanelModel(found, { ...context, correlation, corrections }).model;
}
