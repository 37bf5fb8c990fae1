import type { Product } from './product.ts';
import { tellOfRetuning, warn } from '../platform/notices.ts';
import { changeCounts } from '../services/tuning/changeCounts.ts';
import type { Retuning } from '../services/tuning/retuner.ts';

/** Says what a change of correlation did, and takes it back or shows it. Silent where there is nothing to correlate. */
export async function answerRetuning({ before, diff }: Retuning, { retuner, panels }: Product): Promise<void> {
  const counts = changeCounts(diff);
  if (counts.unchanged === 0 && counts.changed.length === 0) return;
  const wanted = await tellOfRetuning(counts);
  if (wanted === 'show') panels.openTuning();
  else if (wanted === 'undo')
    await retuner.apply(before).catch(() => {
      warn('correlationSettingsUnwritable');
    });
}
