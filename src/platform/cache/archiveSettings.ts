import * as vscode from 'vscode';
import type { ArchiveSettings, ArchiveWish } from './archiveKeeper.ts';

const section = 'securityIncidents.archive';

const day = 24 * 60 * 60_000;
const megabyte = 1024 * 1024;

/** Days and megabytes; as package.json has them. */
const defaults = { maxAge: 730, maxSize: 50 };

/** What the person wants of the archive. A limit that cannot be used is the default. */
export const archiveWish: ArchiveWish = {
  settings: readArchiveSettings,
  onDidChange: (listener) =>
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) listener();
    }),
};

function readArchiveSettings(): ArchiveSettings {
  const values = vscode.workspace.getConfiguration(section);
  const limit = (name: keyof typeof defaults): number => {
    const value = values.get<unknown>(name);
    return typeof value === 'number' && value >= 1 ? value : defaults[name];
  };
  return {
    enabled: values.get<unknown>('enabled') === true,
    maxAge: limit('maxAge') * day,
    maxSize: limit('maxSize') * megabyte,
  };
}
