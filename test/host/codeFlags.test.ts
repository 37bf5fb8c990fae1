import { describe, expect, it } from 'vitest';
import { parseCodeFlags } from './codeFlags.ts';

describe('parseCodeFlags', () => {
  it('reads the command line that @vscode/test-electron writes', () => {
    const flags = parseCodeFlags([
      '/work/folder',
      '--user-data-dir=/tmp/user',
      '--no-sandbox',
      '--disable-gpu-sandbox',
      '--skip-welcome',
      '--disable-workspace-trust',
      '--extensionTestsPath=/x/index.js',
      '--extensionDevelopmentPath=/x',
      '--extensions-dir=/tmp/extensions',
    ]);
    expect(flags).toEqual({
      folder: '/work/folder',
      userDataFolder: '/tmp/user',
      extensionsFolder: '/tmp/extensions',
      extensionTestsPath: '/x/index.js',
      extensionDevelopmentPaths: ['/x'],
    });
  });

  it('keeps every extension under development', () => {
    const args = ['--extensionDevelopmentPath=/a', '--extensionDevelopmentPath=/b'];
    expect(parseCodeFlags(args).extensionDevelopmentPaths).toEqual(['/a', '/b']);
  });

  it('opens an empty window when no folder is named', () => {
    expect(parseCodeFlags(['--no-sandbox']).folder).toBeUndefined();
  });

  it('takes an equals sign as part of a value', () => {
    expect(parseCodeFlags(['--user-data-dir=/tmp/a=b']).userDataFolder).toBe('/tmp/a=b');
  });
});
