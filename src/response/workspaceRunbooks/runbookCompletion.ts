import * as vscode from 'vscode';

/** Offers names, values and parameters in the front matter of a runbook. */
export class RunbookCompletion implements vscode.CompletionItemProvider {
  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[]> {
    if (!vscode.workspace.isTrusted) return [];
    const { completeRunbook } = await import('../../services/response/workspaceRunbooks/index.ts');
    const suggestions = completeRunbook(document.getText(), document.offsetAt(position));
    return suggestions.map(({ text, detail }, index) => {
      const isParameter = text.startsWith('{');
      const item = new vscode.CompletionItem(
        text.replace(/: $/, ''),
        isParameter ? vscode.CompletionItemKind.Variable : vscode.CompletionItemKind.Property,
      );
      item.insertText = text;
      item.detail = detail;
      item.sortText = String(index).padStart(4, '0');
      if (isParameter) item.range = braceRange(document, position);
      return item;
    });
  }
}

/** From the opening brace to the closing one, if it is there: a word of the editor holds neither. */
function braceRange(document: vscode.TextDocument, position: vscode.Position): vscode.Range {
  const line = document.lineAt(position.line).text;
  const start = line.lastIndexOf('{', position.character - 1);
  const rest = /^[A-Za-z]*\}?/.exec(line.slice(position.character))?.[0].length ?? 0;
  return new vscode.Range(position.line, start, position.line, position.character + rest);
}
