import { describe, expect, it } from 'vitest';
import { workbenchUrl } from './workbenchUrl.ts';

const server = 'http://127.0.0.1:3000/';

describe('workbenchUrl', () => {
  it('asks for an empty window when there is nothing to open', () => {
    expect(workbenchUrl(server, {})).toBe('http://127.0.0.1:3000/?ew=true');
  });

  it.skipIf(process.platform === 'win32')('names a folder by its plain path, which VS Code does not decode', () => {
    const url = new URL(workbenchUrl(server, { folder: '/home/ada/a & b' }));
    expect(url.searchParams.get('folder')).toBe('/home/ada/a & b');
    expect(url.searchParams.has('ew')).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('names extensions and tests by the address of the server', () => {
    const content = { extensionDevelopmentPaths: ['/x', '/y'], extensionTestsPath: '/x/index.js' };
    const payload = new URL(workbenchUrl(server, content)).searchParams.get('payload') ?? '';
    expect(JSON.parse(payload)).toEqual([
      ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:3000/x'],
      ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:3000/y'],
      ['extensionTestsPath', 'vscode-remote://127.0.0.1:3000/x/index.js'],
      ['debugId', 'browser-host'],
    ]);
  });
});
