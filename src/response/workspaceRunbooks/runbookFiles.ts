import * as vscode from 'vscode';
import type { Runbook } from '../../domain/remediation/runbooks/runbook.ts';
import type { RunbookProblem } from '../../services/response/workspaceRunbooks/runbookProblem.ts';
import { RunbookCompletion } from './runbookCompletion.ts';

/** Where runbooks of a workspace lie, in each of its folders. */
const place = '.security/runbooks/*.md';
/**
 * What is watched: the folders, too, because nothing is told of a file that is written at once into a new folder, nor of
 * files that go with theirs.
 */
const watched = `{.security,.security/runbooks,${place}}`;
/** More files than these are left alone: reading them would take longer than anybody waits. */
const mostFiles = 500;
/** Longest file that is read, in bytes; `readRunbookFile` says so of those that are a little smaller. */
const largest = 512 * 1024;
/** Milliseconds without a change before files are read again: typing makes many changes. */
const calm = 300;

/**
 * Runbooks that the workspace brings with it, and what is wrong with their files, shown in the editor. In a workspace that
 * is not trusted there are none, and its files are not read.
 */
export class RunbookFiles implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Whoever shows runbooks resolves them again. */
  readonly onDidChange = this.#changed.event;
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('securityIncidents.runbooks');
  readonly #disposables: vscode.Disposable;
  #watchers: vscode.Disposable | undefined;
  #reading: Promise<readonly Runbook[]> | undefined;
  /** Counts readings: one that was overtaken by a later one shows nothing any more. */
  #readings = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#watchFolders();
    this.#disposables = vscode.Disposable.from(
      this.#changed,
      this.#diagnostics,
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#readSoon()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#watchFolders();
        this.#readSoon();
      }),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        // Not every file system tells that a file was written; whoever opens it shall see what is in it.
        if (isRunbookFile(uri)) this.#readSoon();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isRunbookFile(document.uri)) this.#readSoon();
      }),
      vscode.languages.registerCompletionItemProvider(
        { pattern: `**/${place}` },
        new RunbookCompletion(),
        '{',
        ' ',
        ':',
      ),
    );
    if (vscode.workspace.textDocuments.some(({ uri }) => isRunbookFile(uri))) void this.current();
  }

  /** The workspace's runbooks as they are now; read when somebody first asks. Never rejects. */
  current(): Promise<readonly Runbook[]> {
    this.#reading ??= this.#read();
    return this.#reading;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watchers?.dispose();
    this.#disposables.dispose();
  }

  #watchFolders(): void {
    this.#watchers?.dispose();
    this.#watchers = vscode.Disposable.from(
      ...(vscode.workspace.workspaceFolders ?? []).map((folder) => this.#watch(folder)),
    );
  }

  #watch(folder: vscode.WorkspaceFolder): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, watched));
    const changed = (): void => this.#readSoon();
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
    );
  }

  #readSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#reading = this.#read();
      this.#changed.fire();
    }, calm);
  }

  async #read(): Promise<readonly Runbook[]> {
    this.#readings += 1;
    const reading = this.#readings;
    try {
      const files = vscode.workspace.isTrusted ? await findFiles() : [];
      if (files.length > 0) return await this.#readFiles(files, reading);
      if (reading === this.#readings) this.#diagnostics.clear();
      return [];
    } catch {
      // A file that went away meanwhile; the watcher tells of it.
      return [];
    }
  }

  async #readFiles(files: readonly vscode.Uri[], reading: number): Promise<readonly Runbook[]> {
    const { readWorkspaceRunbooks } = await import('../../services/response/workspaceRunbooks/index.ts');
    const { productRunbook } = await import('../../domain/remediation/runbooks/index.ts');
    const texts = new Map<string, string>();
    for (const file of files) texts.set(file.toString(), await textOf(file));
    const { runbooks, problems } = readWorkspaceRunbooks(texts, productRunbook);
    if (reading !== this.#readings) return runbooks;
    this.#diagnostics.clear();
    for (const file of files) this.#show(file, texts.get(file.toString()) ?? '', problems.get(file.toString()) ?? []);
    return runbooks;
  }

  #show(file: vscode.Uri, text: string, problems: readonly RunbookProblem[]): void {
    const diagnostics = problems.map(({ message, range: { start, end } }) => {
      const range = new vscode.Range(positionAt(text, start), positionAt(text, end));
      const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
      diagnostic.source = 'runbook';
      return diagnostic;
    });
    this.#diagnostics.set(file, diagnostics);
  }
}

function isRunbookFile(uri: vscode.Uri): boolean {
  return /\/\.security\/runbooks\/[^/]+\.md$/.test(uri.path) && vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

/** In one order everywhere: of two files with one id, the first counts. */
async function findFiles(): Promise<readonly vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map((folder) => vscode.workspace.findFiles(new vscode.RelativePattern(folder, place), null, mostFiles)),
  );
  return found.flat().sort((a, b) => (a.toString() < b.toString() ? -1 : 1));
}

/** What stands in the editor, where somebody is writing, counts before what is on disk. */
async function textOf(file: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  if (open !== undefined) return open.getText();
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > largest) return ' '.repeat(largest);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

function positionAt(text: string, offset: number): vscode.Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0);
}
