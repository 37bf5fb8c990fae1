import type { Alert } from '../../domain/alert.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { AlertSourceName, SkippedRow } from '../ports.ts';

/** The last complete listing of one subscription, as it is kept on this machine. */
export interface KeptListing {
  readonly subscription: Subscription;
  /** When it was read from Azure; epoch milliseconds. */
  readonly at: number;
  readonly alerts: readonly Alert[];
  readonly skipped: readonly SkippedRow[];
  /** Where it was read. */
  readonly source?: AlertSourceName;
}

/** What is known of a kept listing before its alerts are read. */
export interface CacheEntry extends Omit<KeptListing, 'alerts'> {
  /** How many alerts it has. */
  readonly count: number;
  /** The file that holds them, named by what is in it; absent when there are none. */
  readonly body?: string;
}

/** What went wrong with what is kept. Nothing of it breaks the product: alerts are read from Azure again. Of the archive nothing is lost by it. */
export type CacheNotice =
  /** A file was damaged; it is kept aside under another name where that was possible. */
  | { readonly kind: 'damaged'; readonly file: 'index' | 'alerts' | 'screen'; readonly code: string }
  /** Written by a newer version of the product: left as it is, neither read nor written. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'unreadable'; readonly code: string }
  /** What other windows read is seen only when this one has read itself. */
  | { readonly kind: 'notWatching'; readonly code: string }
  /** Nothing or not everything could be kept; what was kept before is still whole. */
  | { readonly kind: 'unwritable'; readonly code: string }
  /** The archive was written by a newer version of the product: nothing is added to it. */
  | { readonly kind: 'archiveNewer' }
  /** Nothing is added to the archive, since what cannot be read must not be replaced. */
  | { readonly kind: 'archiveUnreadable'; readonly code: string }
  /** Lines of the archive could not be read; the file is kept aside. */
  | { readonly kind: 'archiveDamaged'; readonly lines: number }
  /** Nothing was added to the archive; what it had before is still whole. */
  | { readonly kind: 'archiveUnwritable'; readonly code: string };
