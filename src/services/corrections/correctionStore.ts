import type { MadeCorrection } from '../../domain/correlation/corrections/correction.ts';
import type { Unsubscribe } from '../listeners.ts';

/** What the reader must know about stored corrections. Facts only. */
export type CorrectionNotice =
  /** Files that hold no corrections that this version can read are left as they are. */
  | { readonly kind: 'unreadable'; readonly files: number; readonly code: string }
  /** A newer version wrote some of them: they are left as they are, and do nothing here. */
  | { readonly kind: 'newer'; readonly files: number }
  | { readonly kind: 'unwritable'; readonly code: string }
  /** Changes made in other windows show only when this window gets the focus. */
  | { readonly kind: 'notWatching'; readonly code: string };

/** Where corrections live, for all windows. */
export interface CorrectionStore {
  /** In the order in which they were made; the same list for as long as nothing changes. */
  readonly made: readonly MadeCorrection[];
  /** Stores them; false when not all of them could be. Never throws. */
  add(made: readonly MadeCorrection[]): Promise<boolean>;
  /** Takes them back as if they had never been made; false when not all of them could be. Never throws. */
  remove(ids: readonly string[]): Promise<boolean>;
  /** Hears every change, those of other windows too. */
  onDidChange(listener: () => void): Unsubscribe;
}
