import type { CorrectionNotice } from '../services/corrections/correctionStore.ts';
import type { Log } from '../services/ports.ts';
import { assertNever } from '../domain/assertNever.ts';
import { warn } from './notices.ts';

/** Tells the person what they must know about stored corrections, and the log the rest. */
export function tellOfCorrections(notice: CorrectionNotice, log: Log): void {
  log.warn('corrections', { ...notice });
  switch (notice.kind) {
    case 'unreadable':
      warn('correctionsUnreadable');
      return;
    case 'newer':
      warn('correctionsNewer');
      return;
    case 'unwritable':
      warn('correctionsUnwritable');
      return;
    case 'notWatching':
      return;
    default:
      assertNever(notice);
  }
}
