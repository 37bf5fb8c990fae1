import * as vscode from 'vscode';

/** What is said when there is nothing to show of the archive. Constants: VS Code turns text there into links. */
const texts = {
  off: 'The archive of incidents is off, and nothing was archived. When it is on, incidents are kept on this machine past the 90 days for which Azure lists their alerts.',
  empty:
    'Nothing is archived yet. Incidents are archived when their subscriptions were read completely: refresh, then look again.',
  nobody: 'The archive is kept for each account: sign in to see yours. Nothing is archived of the sample environment.',
  newer: 'The archive was written by a newer version of this extension. It is left as it is; update to read it.',
  unreadable: 'The archive could not be read, so nothing is known of what it holds. The log names the cause.',
} as const;

export type ArchiveNoticeId = keyof typeof texts;

/** Where the person can do something about it. */
const ways: Readonly<Partial<Record<ArchiveNoticeId, { label: string; command: string; argument?: string }>>> = {
  off: {
    label: 'Open Settings',
    command: 'workbench.action.openSettings',
    argument: 'securityIncidents.archive',
  },
  empty: { label: 'Refresh', command: 'securityIncidents.refresh' },
  unreadable: { label: 'Show Log', command: 'securityIncidents.showLog' },
};

/** Says why there is nothing to show, and goes where the person wants to go from there. */
export async function tellOfArchive(notice: ArchiveNoticeId): Promise<void> {
  const way = ways[notice];
  const labels = way === undefined ? [] : [way.label];
  const chosen = await vscode.window.showInformationMessage(texts[notice], ...labels);
  if (chosen !== undefined && way !== undefined) await vscode.commands.executeCommand(way.command, way.argument);
}
