import type { CacheNotice } from '../services/cache/keptListing.ts';
import type { Log } from '../services/ports.ts';
import { warn } from './notices.ts';

/** The log hears everything; the person, once: nothing is lost that Azure does not have. */
export function tellOfCache(log: Log): (notice: CacheNotice) => void {
  let told = false;
  return (notice) => {
    log.warn('cache', { ...notice });
    if (notice.kind !== 'unwritable' || told) return;
    told = true;
    warn('cacheUnwritable');
  };
}
