import { timeOfDay } from '../platform/clock.ts';
import type { PanelModel } from '../protocol/panelModel.ts';
import type { PanelTarget } from '../protocol/panelTarget.ts';
import type { RecordModel } from '../protocol/recordModel.ts';
import type { RunbookModel } from '../protocol/runbookModel.ts';
import { valueOf } from '../services/readOnce.ts';
import { buildPanelModel } from '../services/viewModels/buildPanelModel.ts';
import type { BuiltPanel } from '../services/viewModels/builtPanel.ts';
import { panelContextOf } from '../services/viewModels/panelContextOf.ts';
import type { WhyAnswers } from '../services/viewModels/whyAnswers.ts';
import type { PanelDependencies } from './panelDependencies.ts';

/** What a panel has of its own. */
interface PanelView {
  readonly record: RecordModel | undefined;
  readonly why: WhyAnswers | undefined;
  /** Left out where nothing of them is looked at. */
  readonly runbooks?: RunbookModel | undefined;
  /** Ids of the long texts that the person asked to see in full. */
  readonly shownInFull: ReadonlySet<string>;
}

/** What a panel about `target` shows at this moment. */
export function buildPanel(target: PanelTarget, deps: PanelDependencies, view: PanelView): BuiltPanel<PanelModel> {
  const { checklists, clock, corrections, details, store } = deps;
  const { state } = store;
  return buildPanelModel(
    target,
    state,
    panelContextOf(state, {
      ...view,
      peek: (alertKey) => checklists.peek(alertKey),
      corrections: corrections.made,
      rightsIn: (subscriptionId) => valueOf(details.rights.of(subscriptionId)),
      asleep: deps.snoozes.asleep(),
      timeOfDay,
      portalUrl: deps.portalUrl(),
      now: clock.now(),
    }),
  );
}
