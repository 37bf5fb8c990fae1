import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { inform } from '../platform/notices.ts';
import { writeCorrections } from '../services/corrections/correctionsDocument.ts';
import type { Product } from './product.ts';

/** Writes all corrections to a file that the person names. */
export async function exportCorrections({ corrections, log }: Product): Promise<void> {
  const { made } = corrections;
  if (made.length === 0) {
    inform('noCorrections');
    return;
  }
  const uri = await vscode.window.showSaveDialog({
    filters: { JSON: ['json'] },
    defaultUri: vscode.Uri.joinPath(vscode.Uri.file(homedir()), 'security-incident-corrections.json'),
    saveLabel: 'Export',
  });
  if (uri === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(writeCorrections(made)));
    inform('exported', [made.length]);
  } catch (error) {
    log.warn('corrections.notExported', { code: error instanceof vscode.FileSystemError ? error.code : 'unknown' });
    inform('notExported');
  }
}
