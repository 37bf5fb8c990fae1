import type { ChecklistNotice } from '../services/checklist.ts';
import type { Log } from '../services/ports.ts';
import { assertNever } from '../domain/assertNever.ts';
import { warn } from './notices.ts';

/** Tells the person what they must know about stored checklists, and the log the rest. */
export function tellOfChecklists(notice: ChecklistNotice, log: Log): void {
  log.warn('checklists', { ...notice });
  switch (notice.kind) {
    case 'recovered':
      warn('checklistRecovered');
      return;
    case 'readOnly':
      warn('checklistReadOnly');
      return;
    case 'unreadable':
      warn('checklistUnreadable');
      return;
    case 'unwritable':
      // With one copy of two written nothing is lost yet.
      if (notice.copiesWritten === 0) warn('checklistUnwritable');
      return;
    case 'notWatching':
      return;
    default:
      assertNever(notice);
  }
}
