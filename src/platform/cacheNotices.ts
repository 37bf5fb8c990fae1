import type { CacheNotice } from '../services/cache/keptListing.ts';
import type { Log } from '../services/ports.ts';
import { warn, type NoticeId } from './notices.ts';

/** What the person hears of: alerts that cannot be kept, and whatever concerns the archive, which Azure does not have. */
const toldAs: Readonly<Partial<Record<CacheNotice['kind'], NoticeId>>> = {
  unwritable: 'cacheUnwritable',
  archiveNewer: 'archiveNewer',
  archiveUnreadable: 'archiveUnreadable',
  archiveUnwritable: 'archiveUnwritable',
  archiveDamaged: 'archiveDamaged',
};

/** The log hears everything; the person, each thing once. */
export function tellOfCache(log: Log): (notice: CacheNotice) => void {
  const told = new Set<NoticeId>();
  return (notice) => {
    log.warn('cache', { ...notice });
    const id = toldAs[notice.kind];
    if (id === undefined || told.has(id)) return;
    told.add(id);
    warn(id);
  };
}
