import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');
const vsix = path.join(project, 'dist/azure-security-incidents.vsix');
const run = promisify(execFile);

/** What `vsce` packs by the allow-list of .vscodeignore, without running the build again. */
async function packedFiles(): Promise<readonly string[]> {
  const cli = path.join(project, 'node_modules/@vscode/vsce/vsce');
  const { stdout } = await run(process.execPath, [cli, 'ls', '--no-dependencies'], { cwd: project });
  return stdout.split('\n').filter((line) => line !== '');
}

describe('the package', () => {
  it('holds what the extension needs and nothing else', async () => {
    const files = await packedFiles();
    const code = files.filter((file) => !/^media\/([\w-]+\/)?[\w-]+\.(svg|png)$/.test(file));
    expect(code.sort()).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'dist/azure.js',
        'dist/cache.js',
        'dist/subscriptions.js',
        'dist/workspace-runbooks.js',
        'dist/runbooks.js',
        'dist/response.js',
        'dist/extension.js',
        'dist/identity.js',
        'dist/correlation-worker.js',
        'dist/product.js',
        'dist/sample.js',
        'dist/sign-in.js',
        'dist/webview.css',
        'dist/webview.js',
        'package.json',
        'package.nls.json',
      ].sort(),
    );
  });

  it('weighs at most 1.2 MB', async () => {
    expect((await stat(vsix)).size).toBeLessThanOrEqual(1.2 * 1024 * 1024);
  });

  it('can evaluate no text as code and writes no markup into a page', async () => {
    const webview = await readFile(path.join(project, 'dist/webview.js'), 'utf8');
    // The toolkit's last resort to find the global object is `new Function`; it is never reached, and the policy forbids it.
    for (const sink of [/\beval\(/, /document\.write\(/, /insertAdjacentHTML/, /DOMParser/]) {
      expect(webview).not.toMatch(sink);
    }
  });

  it('names no registry and no path of the machine that built it', async () => {
    for (const file of ['extension', 'azure', 'cache', 'identity', 'sample', 'sign-in', 'webview']) {
      const code = await readFile(path.join(project, `dist/${file}.js`), 'utf8');
      expect(code).not.toContain(project);
    }
  });
});
