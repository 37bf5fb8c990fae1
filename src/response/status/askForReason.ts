import * as vscode from 'vscode';

/** Azure takes no reason: these are for the team's own record. */
const reasons = [
  { label: 'Expected activity', detail: 'Known, and meant to happen: maintenance, a deployment, a scanner of ours.' },
  { label: 'False positive', detail: 'What the alert says did not happen.' },
  { label: 'Security test', detail: 'Somebody tested on purpose.' },
  { label: 'Accepted risk', detail: 'It happened, and the team lives with it.' },
  { label: 'Handled elsewhere', detail: 'It is followed up in another tool or another incident.' },
  { label: 'Other', detail: 'No reason is written down.' },
] as const;

/** Why alerts are dismissed; undefined when the person turns away, and then nothing is dismissed. */
export async function askForReason(count: number): Promise<string | undefined> {
  const alerts = count === 1 ? '1 alert' : `${count.toLocaleString('en')} alerts`;
  const chosen = await vscode.window.showQuickPick(reasons, {
    title: `Dismiss ${alerts}`,
    placeHolder: 'Why? The reason is kept on this machine: Azure takes none. Escape dismisses nothing.',
    matchOnDetail: true,
  });
  return chosen?.label;
}
