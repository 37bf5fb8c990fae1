import * as vscode from 'vscode';
import type { MadeCorrection } from '../domain/correlation/corrections/correction.ts';
import { alertsNamed } from '../domain/correlation/corrections/correction.ts';
import { inform, offerUndo, refuse } from '../platform/notices.ts';
import { documentLimit, readCorrections } from '../services/corrections/correctionsDocument.ts';
import type { Product } from './product.ts';
import { takeBack } from './takeBack.ts';

/** Adds the corrections of a file that the person chooses; all of them or, if anything in it is wrong, none. */
export async function importCorrections(product: Product): Promise<void> {
  const [uri] = (await vscode.window.showOpenDialog({ filters: { JSON: ['json'] }, openLabel: 'Import' })) ?? [];
  if (uri === undefined) return;
  const made = await readFile(uri);
  if (typeof made === 'string') {
    refuse('importRefused', made);
    return;
  }
  const outcome = await product.corrections.merge(made);
  if (outcome === undefined) return;
  if (outcome.added.length === 0) inform('importedNothing');
  else void offer(product, outcome.added);
}

/** The corrections of a file, or why there are none. */
async function readFile(uri: vscode.Uri): Promise<readonly MadeCorrection[] | string> {
  let text: string;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > documentLimit) return 'The file is too large.';
    text = new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return 'The file could not be read as text.';
  }
  const reading = readCorrections(text);
  if (reading.kind === 'newer') return 'A newer version of this extension wrote it.';
  return reading.kind === 'invalid' ? reading.problem : reading.made;
}

async function offer(product: Product, added: readonly MadeCorrection[]): Promise<void> {
  const { alerts } = product.store.state.correlation;
  const here = added.filter(({ correction }) => alertsNamed(correction).some((key) => alerts.has(key))).length;
  if (!(await offerUndo('imported', [added.length, here]))) return;
  await takeBack(
    product.corrections,
    added.map(({ id }) => id),
  );
}
