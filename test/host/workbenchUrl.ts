import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface WorkbenchContent {
  /** The folder to open; none opens an empty window. */
  readonly folder?: string | undefined;
  /** Run from source, as F5 does. Needs a server with the test driver. */
  readonly extensionDevelopmentPaths?: readonly string[];
  /** The CommonJS module whose `run` the extension host calls. Needs a server with the test driver. */
  readonly extensionTestsPath?: string | undefined;
}

/** The address at which the workbench of a server opens with this content. */
export function workbenchUrl(serverAddress: string, content: WorkbenchContent): string {
  const url = new URL(serverAddress);
  if (content.folder === undefined) url.searchParams.set('ew', 'true');
  else url.searchParams.set('folder', decodeURIComponent(pathToFileURL(resolve(content.folder)).pathname));
  const payload = [
    ...(content.extensionDevelopmentPaths ?? []).map((path) => ['extensionDevelopmentPath', remoteUri(url, path)]),
    ...(content.extensionTestsPath === undefined ? [] : testEntries(remoteUri(url, content.extensionTestsPath))),
  ];
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** With a debug id VS Code labels what the tests print, as it does under a debugger; without, it drowns in VS Code's log. */
function testEntries(testsUri: string): string[][] {
  return [
    ['extensionTestsPath', testsUri],
    ['debugId', 'browser-host'],
  ];
}

/** How the workbench, which runs in the browser, names a file of the machine that the server runs on. */
function remoteUri(server: URL, path: string): string {
  return `vscode-remote://${server.host}${pathToFileURL(resolve(path)).pathname}`;
}
