import * as vscode from 'vscode';
import { archiveEntries, type ArchiveEntry } from '../../services/archive/archiveEntries.ts';
import { archivedMarkdown } from '../../services/archive/archivedMarkdown.ts';
import type { AlertStore } from '../../services/alertStore.ts';
import { searchItems } from '../../services/itemSearch.ts';
import type { Log } from '../../services/ports.ts';
import { sliced } from '../../services/slices.ts';
import type { ReadOnlyDocuments } from '../readOnlyDocuments.ts';
import { systemPauses } from '../systemPauses.ts';
import { tellOfArchive, type ArchiveNoticeId } from './archiveNotices.ts';
import { archiveWish } from './archiveSettings.ts';
import type { ArchiveReading } from './incidentArchive.ts';
import type { LocalData } from './localData.ts';

export interface BrowseArchiveDependencies {
  readonly data: Pick<LocalData, 'archived'>;
  readonly documents: Pick<ReadOnlyDocuments, 'show'>;
  readonly store: Pick<AlertStore, 'state'>;
  readonly log: Log;
}

/** More would not be read, and VS Code draws each of them. */
const listLimit = 200;

/** Shows what is archived for the account in use, and opens what the person chooses as a text. */
export async function browseArchive({ data, documents, log, store }: BrowseArchiveDependencies): Promise<void> {
  const reading = await vscode.window.withProgress({ location: { viewId: 'securityIncidents.incidents' } }, () =>
    data.archived(),
  );
  if (reading?.kind !== 'read' || reading.incidents.size === 0) {
    if (reading?.kind === 'unreadable') log.warn('archive', { ...reading });
    await tellOfArchive(whyNothing(reading));
    return;
  }
  const entries = await sliced(archiveEntries(reading.incidents.values(), store.state), systemPauses);
  const chosen = await choose(entries, placeholder(reading.damaged));
  if (chosen !== undefined) await documents.show('Archived Incident.md', archivedMarkdown(chosen.incident));
}

function whyNothing(reading: ArchiveReading | undefined): ArchiveNoticeId {
  if (reading?.kind === 'unreadable' || reading?.kind === 'newer') return reading.kind;
  if (!archiveWish.settings().enabled) return 'off';
  return reading === undefined ? 'nobody' : 'empty';
}

function placeholder(damaged: number): string {
  const parts = [
    'Archived incidents: type words of a title, resource or id',
    archiveWish.settings().enabled ? undefined : 'the archive is off, so nothing is added',
    damaged === 0 ? undefined : `${String(damaged)} could not be read`,
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}

interface EntryPick extends vscode.QuickPickItem {
  readonly entry?: ArchiveEntry;
}

/** The search is ours, because VS Code's would not look at ids and alerts that the row does not show. */
async function choose(entries: readonly ArchiveEntry[], placeholder: string): Promise<ArchiveEntry | undefined> {
  const pick = vscode.window.createQuickPick<EntryPick>();
  const { promise, resolve } = Promise.withResolvers<ArchiveEntry | undefined>();
  pick.placeholder = placeholder;
  const list = (): void => {
    pick.items = picks(entries, pick.value);
  };
  pick.onDidChangeValue(list);
  pick.onDidAccept(() => {
    const entry = pick.selectedItems[0]?.entry;
    if (entry === undefined) return;
    resolve(entry);
    pick.hide();
  });
  pick.onDidHide(() => {
    resolve(undefined);
  });
  list();
  pick.show();
  try {
    return await promise;
  } finally {
    pick.dispose();
  }
}

function picks(entries: readonly ArchiveEntry[], query: string): readonly EntryPick[] {
  const { found, more } = searchItems(entries, query, listLimit);
  const items = found.map((entry): EntryPick => {
    const { label, description, detail } = entry;
    return { label, description, detail, alwaysShow: true, entry };
  });
  if (more === 0) return items;
  return [...items, { label: `${String(more)} more: type to narrow down`, alwaysShow: true }];
}
