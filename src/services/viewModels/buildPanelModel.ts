import type { EmptyPanelModel, PanelModel } from '../../protocol/panelModel.ts';
import type { PanelTarget } from '../../protocol/panelTarget.ts';
import { findIncident } from '../findIncident.ts';
import type { StoreState } from '../storeState.ts';
import { buildAlertPanelModel } from './buildAlertPanelModel.ts';
import { buildComparisonPanelModel } from './buildComparisonPanelModel.ts';
import { buildEmptyPanelModel } from './buildEmptyPanelModel.ts';
import { buildIncidentPanelModel } from './buildIncidentPanelModel.ts';
import type { BuiltPanel } from './builtPanel.ts';
import { noActions } from './panelActions.ts';
import type { PanelContext } from './panelContext.ts';

/** The panel's model as things stand: its subject, or why that cannot be shown now. */
export function buildPanelModel(target: PanelTarget, state: StoreState, context: PanelContext): BuiltPanel<PanelModel> {
  return subjectModel(target, context) ?? emptyPanel(target, state);
}

function subjectModel(target: PanelTarget, context: PanelContext): BuiltPanel<PanelModel> | undefined {
  if (target.kind === 'incident') {
    const incident = findIncident(context.correlation, target.id);
    return incident === undefined ? undefined : buildIncidentPanelModel(incident, context);
  }
  const { alerts } = context.correlation;
  const alert = alerts.get(target.id);
  if (target.kind === 'comparison') {
    const other = alerts.get(target.otherId);
    return alert && other && buildComparisonPanelModel(alert, other, context);
  }
  return alert === undefined ? undefined : buildAlertPanelModel(alert, context);
}

function emptyPanel(target: PanelTarget, state: StoreState): BuiltPanel<PanelModel> {
  const model = buildEmptyPanelModel(target.kind, emptyState(state));
  return { model, actions: noActions, checklistAlerts: [] };
}

/** "Gone" is said only when everything was read and correlated: before that, the subject may simply not have arrived. */
function emptyState(state: StoreState): EmptyPanelModel['state'] {
  const { phase, refreshing, subscriptions, correlating, correlationFailed } = state;
  if (phase === 'signedOut') return 'signedOut';
  if (phase === 'failed') return refreshing ? 'loading' : 'failed';
  const stillReading =
    refreshing || phase === 'loading' || subscriptions.some(({ health }) => health.kind === 'loading');
  if (stillReading || correlating) return 'loading';
  if (correlationFailed) return 'uncorrelated';
  return subscriptions.some(({ health }) => health.kind === 'failed') ? 'failed' : 'gone';
}
