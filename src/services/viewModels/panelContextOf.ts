import type { AlertKey } from '../../domain/alert.ts';
import type { AlertRights } from '../../domain/alertRights.ts';
import type { MadeCorrection } from '../../domain/correlation/corrections/correction.ts';
import type { ChecklistProgress } from '../../domain/remediation/stepProgress.ts';
import type { RunbookModel } from '../../protocol/runbookModel.ts';
import type { NoticeModel } from '../../protocol/noticeModel.ts';
import { failureText } from '../failureText.ts';
import type { StoreState, SubscriptionSnapshot } from '../storeState.ts';
import type { RecordModel } from '../../protocol/recordModel.ts';
import type { PanelContext } from './panelContext.ts';
import type { WhyAnswers } from './whyAnswers.ts';

export interface PanelSurroundings {
  /** Undefined until the alert's progress has been read. */
  peek(alertKey: AlertKey): ChecklistProgress | undefined;
  /** The reasons behind what the panel shows; undefined until they have been worked out. */
  readonly why: WhyAnswers | undefined;
  /** Undefined until it was read. */
  readonly record?: RecordModel | undefined;
  /** Undefined until they are known. */
  readonly runbooks?: RunbookModel | undefined;
  readonly corrections: readonly MadeCorrection[];
  rightsIn(subscriptionId: string): AlertRights | undefined;
  readonly asleep?: ReadonlyMap<string, number>;
  timeOfDay(time: number): string;
  readonly portalUrl: string;
  readonly now: number;
  readonly shownInFull: ReadonlySet<string>;
}

const untouched: ChecklistProgress = new Map();

/** What panels show beside their subject, from one state of the store. */
export function panelContextOf(state: StoreState, surroundings: PanelSurroundings): PanelContext {
  const { why, record, runbooks, corrections, asleep, portalUrl, now, shownInFull } = surroundings;
  const known = [...state.available, ...state.subscriptions.map(({ subscription }) => subscription)];
  return {
    correlation: state.correlation,
    subscriptions: new Map(known.map((subscription) => [subscription.subscriptionId, subscription])),
    notices: new Map(state.subscriptions.flatMap(healthNotice)),
    ...(why === undefined ? {} : { why }),
    ...(record === undefined ? {} : { record }),
    ...(runbooks === undefined ? {} : { runbooks }),
    corrections,
    ...(asleep === undefined ? {} : { asleep }),
    timeOfDay: (time) => surroundings.timeOfDay(time),
    rightsIn: (subscriptionId) => surroundings.rightsIn(subscriptionId),
    progressOf: (alertKey) => surroundings.peek(alertKey) ?? untouched,
    portalUrl,
    now,
    shownInFull,
  };
}

/** A panel over alerts that could not be read again says from when they are, and why. */
function healthNotice({ subscription, health }: SubscriptionSnapshot): [string, NoticeModel][] {
  if (health.kind !== 'failed' || health.staleSince === undefined) return [];
  const { cause, advice } = failureText(health.failure, () => 'a later time');
  const text = `This may be out of date: the subscription could not be read again (${cause}). ${advice} Last read`;
  return [[subscription.subscriptionId, { tone: 'warning', text, at: health.staleSince }]];
}
