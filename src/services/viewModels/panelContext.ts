import type { AlertKey } from '../../domain/alert.ts';
import type { AlertRights } from '../../domain/alertRights.ts';
import type { Correlation } from '../../domain/correlation/correlation.ts';
import type { MadeCorrection } from '../../domain/correlation/corrections/correction.ts';
import type { ChecklistProgress } from '../../domain/remediation/stepProgress.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { RunbookModel } from '../../protocol/runbookModel.ts';
import type { NoticeModel } from '../../protocol/noticeModel.ts';
import type { RecordModel } from '../../protocol/recordModel.ts';
import type { WhyAnswers } from './whyAnswers.ts';

/** Everything beside the subject itself that a panel shows, at one moment. */
export interface PanelContext {
  readonly correlation: Correlation;
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  /** What could not be read, by subscription id: a panel over partial data says so. */
  readonly notices: ReadonlyMap<string, NoticeModel>;
  /** The reasons behind what the panel shows; absent until they are known. */
  readonly why?: WhyAnswers;
  /** Steps of runbooks for what the panel shows; absent until they are known. */
  readonly runbooks?: RunbookModel;
  /** All that people corrected. */
  readonly corrections: readonly MadeCorrection[];
  /** What the person may do to the alerts of a subscription; undefined while that is not known. */
  rightsIn(subscriptionId: string): AlertRights | undefined;
  /** Until when items sleep, by the ids of incidents and the keys of alerts. */
  readonly asleep?: ReadonlyMap<string, number>;
  /** Writes epoch milliseconds as the reader's clock does. */
  timeOfDay(time: number): string;
  progressOf(alertKey: AlertKey): ChecklistProgress;
  /** What is kept on this machine about the incident that the panel shows; absent until it was read. */
  readonly record?: RecordModel;
  /** Origin of the cloud's portal, without a trailing slash. */
  readonly portalUrl: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Ids of the long texts that the person asked to see in full. */
  readonly shownInFull: ReadonlySet<string>;
}
