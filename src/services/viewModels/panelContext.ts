import type { AlertKey } from '../../domain/alert.ts';
import type { Correlation } from '../../domain/correlation/correlation.ts';
import type { MadeCorrection } from '../../domain/correlation/corrections/correction.ts';
import type { Alone } from '../../domain/correlation/why/whyAlone.ts';
import type { ChecklistProgress } from '../../domain/remediation/stepProgress.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { NoticeModel } from '../../protocol/noticeModel.ts';

/** Everything beside the subject itself that a panel shows, at one moment. */
export interface PanelContext {
  readonly correlation: Correlation;
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  /** What could not be read, by subscription id: a panel over partial data says so. */
  readonly notices: ReadonlyMap<string, NoticeModel>;
  /** Why the alert that the panel is about is in no incident; absent until that is known. */
  readonly alone?: Alone;
  /** All that people corrected. */
  readonly corrections: readonly MadeCorrection[];
  progressOf(alertKey: AlertKey): ChecklistProgress;
  /** Origin of the cloud's portal, without a trailing slash. */
  readonly portalUrl: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Ids of the long texts that the person asked to see in full. */
  readonly shownInFull: ReadonlySet<string>;
}
