import * as vscode from 'vscode';
import type { CommandTool } from '../domain/remediation/commands/commandTemplate.ts';

/** The file that the person named for a tool; empty when they named none. Settings of a workspace do not count. */
export function toolSetting(tool: CommandTool): string {
  const value = vscode.workspace.getConfiguration('securityIncidents').get<unknown>(`${tool}Path`);
  return typeof value === 'string' ? value.trim() : '';
}

/** The folders that are open, as paths of this machine. */
export function openFolders(): readonly string[] {
  return (vscode.workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ uri }) => uri.fsPath);
}
