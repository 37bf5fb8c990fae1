import type { Corrected, CorrectionRefusal } from '../domain/correlation/corrections/correct.ts';
import type { Correction } from '../domain/correlation/corrections/correction.ts';
import type { Product } from './product.ts';
import { inform, offerUndo, type NoticeId } from '../platform/notices.ts';
import { takeBack } from './takeBack.ts';

const refusals: Readonly<Record<CorrectionRefusal, NoticeId>> = {
  gone: 'gone',
  nothingLeft: 'nothingLeft',
  oneIncident: 'oneIncident',
  otherTenant: 'otherTenant',
  tooMany: 'tooManyAlerts',
  badName: 'badName',
};

/** Makes the corrections that a person asked for, all or none, says that it is done and offers to undo it. */
export async function correct(product: Product, asked: readonly Corrected[], done: NoticeId): Promise<void> {
  const corrections: Correction[] = [];
  for (const one of asked) {
    if (one.kind === 'refused') {
      inform(refusals[one.why]);
      return;
    }
    corrections.push(one.correction);
  }
  const ids = corrections.length === 0 ? undefined : await product.corrections.make(corrections);
  // That it could not be stored, the store says itself.
  if (ids !== undefined) void offer(product, ids, done);
}

async function offer(product: Product, ids: readonly string[], done: NoticeId): Promise<void> {
  if ((await offerUndo(done)) && (await takeBack(product.corrections, ids)) === 'nothing') inform('gone');
}
