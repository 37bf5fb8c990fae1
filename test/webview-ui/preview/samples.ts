import type { HostToWebview } from '../../../src/protocol/hostToWebview.ts';
import type { PanelTarget } from '../../../src/protocol/panelTarget.ts';
import type { PanelModel } from '../../../src/protocol/panelModel.ts';
import type { TuningPanelModel } from '../../../src/protocol/tuningModel.ts';
import type { StepProgress } from '../../../src/domain/remediation/stepProgress.ts';
import { buildAlertPanelModel } from '../../../src/services/viewModels/buildAlertPanelModel.ts';
import { buildComparisonPanelModel } from '../../../src/services/viewModels/buildComparisonPanelModel.ts';
import { buildEmptyPanelModel } from '../../../src/services/viewModels/buildEmptyPanelModel.ts';
import { buildIncidentPanelModel } from '../../../src/services/viewModels/buildIncidentPanelModel.ts';
import { stepsOfAlert } from '../../../src/services/stepsOfAlert.ts';
import { hour, noon } from '../../builders/alert.ts';
import { aDecision, attackStory } from '../../builders/attackStory.ts';
import { aLinkedIncident } from '../../builders/linkedIncident.ts';
import { aCorrectedIncident } from '../../builders/correctedIncident.ts';
import { aRunbookModel } from '../../builders/runbookModel.ts';
import { aTuningModel } from '../../builders/tuningModel.ts';
import { aWalk } from '../../builders/walk.ts';
import { aJournal } from '../../builders/journaledIncident.ts';
import { recordModelOf } from '../../../src/services/response/journal/recordModelOf.ts';
import type { RecordModel } from '../../../src/protocol/recordModel.ts';
import { aPanelContext, aPanelContextFor } from '../../builders/panelContext.ts';

export function render(model: PanelModel): HostToWebview {
  return { type: 'render', target: targetOf(model), model };
}

function targetOf(model: PanelModel): PanelTarget {
  if (model.kind === 'comparison') return { kind: model.kind, id: model.id, otherId: model.otherId };
  if (model.kind === 'empty') return { kind: model.subject === 'incident' ? 'incident' : 'alert', id: 'x' };
  return { kind: model.kind, id: model.id };
}

/** What two people did about the story's incident, one entry of which cannot be read. */
function aRecord(alertKey: string, title: string): RecordModel {
  const names = { alertTitle: (key: string) => (key === alertKey ? title : undefined) };
  return recordModelOf({ entries: aJournal(alertKey), missing: { torn: 1 } }, names);
}

export function renderTuning(model: TuningPanelModel): HostToWebview {
  return { type: 'render', target: { kind: 'tuning' }, model };
}

/**
 * The attack story half worked through: the incident, the same with links of every kind, corrected by people, with a journal, and with
 * no link, its richest alert, two alerts compared, a page with nothing to show, and correlation being tuned and untouched.
 */
export function sampleMessages(): Readonly<Record<string, HostToWebview>> {
  const alerts = attackStory();
  const [brute, miner] = alerts;
  if (brute === undefined || miner === undefined) throw new Error('The story has too few alerts');
  const bruteSteps = stepsOfAlert(brute);
  const minerSteps = stepsOfAlert(miner);
  const progress = new Map<string, Map<string, StepProgress>>([
    [
      brute.key,
      new Map([
        [bruteSteps[0]?.key ?? '', aDecision('done', noon + hour)],
        [
          bruteSteps[2]?.key ?? '',
          aDecision('skipped', noon + hour, 'No public address is left, so there is nothing to open just in time.'),
        ],
      ]),
    ],
    [miner.key, new Map([[minerSteps[1]?.key ?? '', aDecision('done', noon + 1.5 * hour)]])],
  ]);
  const context = aPanelContext(alerts, { progressOf: (key) => progress.get(key) ?? new Map() });
  const [incident] = context.correlation.incidents;
  if (incident === undefined) throw new Error('The story gives no incident');
  const walk = aWalk();
  const walked = aPanelContextFor(walk.last, walk.alerts);
  const apart = aPanelContextFor(brute, [...alerts, walk.stranger]);
  return {
    incident: render(buildIncidentPanelModel(incident, context).model),
    linkedIncident: render(buildIncidentPanelModel(aLinkedIncident(context), context).model),
    correctedIncident: render(aCorrectedIncident(context)),
    recordedIncident: render(
      buildIncidentPanelModel(incident, { ...context, record: aRecord(brute.key, brute.displayName) }).model,
    ),
    declaredIncident: render(buildIncidentPanelModel({ ...incident, links: [] }, context).model),
    comparison: render(buildComparisonPanelModel(walk.first, walk.last, walked).model),
    comparisonApart: render(buildComparisonPanelModel(brute, walk.stranger, apart).model),
    member: render(buildAlertPanelModel(walk.last, walked).model),
    alert: render(buildAlertPanelModel(miner, context).model),
    responding: render({ ...buildIncidentPanelModel(incident, context).model, runbooks: aRunbookModel(brute) }),
    gone: render(buildEmptyPanelModel('incident', 'gone')),
    tuning: renderTuning(aTuningModel()),
    freshTuning: renderTuning(aTuningModel({ edit: {} })),
  };
}
