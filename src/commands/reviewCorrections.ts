import * as vscode from 'vscode';
import type { Product } from './product.ts';
import { displayLabel } from '../domain/displayText.ts';
import { inform } from '../platform/notices.ts';
import { timeOfDay } from '../platform/clock.ts';
import { correctionText } from '../services/corrections/correctionText.ts';
import { withoutIcons } from '../services/withoutIcons.ts';
import { takeBack } from './takeBack.ts';

/** Lists all corrections, the newest first, and undoes those that the person chooses. */
export async function reviewCorrections(product: Product): Promise<void> {
  const { corrections, store } = product;
  if (corrections.made.length === 0) {
    inform('noCorrections');
    return;
  }
  const { correlation } = store.state;
  const items = corrections.made.toReversed().map(({ id, at, by, correction }) => ({
    label: withoutIcons(correctionText(correction, correlation)),
    description: withoutIcons(`${timeOfDay(at)} · ${displayLabel(by)}`),
    id,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    matchOnDescription: true,
    placeHolder: 'Which corrections do you want to undo?',
  });
  if (chosen === undefined || chosen.length === 0) return;
  await takeBack(
    product.corrections,
    chosen.map(({ id }) => id),
  );
}
