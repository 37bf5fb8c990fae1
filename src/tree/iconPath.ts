import * as vscode from 'vscode';
import type { NodeIcon } from '../services/tree/nodeIcon.ts';
import { assertNever } from '../domain/assertNever.ts';

export type IconPath = vscode.ThemeIcon | { readonly light: vscode.Uri; readonly dark: vscode.Uri };

/** VS Code's form of an icon; pictures of ours come in a dark and a light drawing. */
export function iconPath(icon: NodeIcon, extensionUri: vscode.Uri): IconPath {
  switch (icon.kind) {
    case 'codicon':
      return icon.color === undefined
        ? new vscode.ThemeIcon(icon.name)
        : new vscode.ThemeIcon(icon.name, new vscode.ThemeColor(icon.color));
    case 'media':
      return {
        light: vscode.Uri.joinPath(extensionUri, 'media', 'incident', `${icon.name}-light.svg`),
        dark: vscode.Uri.joinPath(extensionUri, 'media', 'incident', `${icon.name}-dark.svg`),
      };
    default:
      return assertNever(icon);
  }
}
