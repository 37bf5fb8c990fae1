import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTool, type ToolSearch } from '../../../src/response/tools/findTool.ts';
import { toolEnvironment } from '../../../src/response/tools/toolEnvironment.ts';

/** A name that no machine has, so that usual folders hold none. */
const name = 'az-of-this-test';

describe.skipIf(process.platform === 'win32')('finding a tool', () => {
  let root: string;
  let workspace: string;
  let installed: string;

  beforeEach(async () => {
    root = await realpath(await mkdtemp(path.join(tmpdir(), 'find-')));
    workspace = path.join(root, 'Repository');
    installed = path.join(root, 'installed');
    await Promise.all([workspace, installed].map((folder) => mkdir(folder)));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function put(folder: string, mode = 0o755): Promise<string> {
    const file = path.join(folder, name);
    await writeFile(file, '#!/bin/sh\n');
    await chmod(file, mode);
    return file;
  }

  function find(folders: readonly string[], wish: Partial<ToolSearch> = {}) {
    const env = { PATH: folders.join(path.delimiter) };
    return findTool({ name, setting: '', workspaceFolders: [workspace], env, platform: process.platform, ...wish });
  }

  it('takes the first on the PATH, by its absolute path', async () => {
    const file = await put(installed);
    expect(find([path.join(root, 'missing'), installed])).toEqual({ ok: true, file });
  });

  it('never takes one from a folder that is open, wherever it stands on the PATH', async () => {
    await put(workspace);
    expect(find([workspace])).toEqual({ ok: false, problem: 'notFound' });
    const file = await put(installed);
    expect(find([workspace, installed])).toEqual({ ok: true, file });
  });

  it('never takes one to which a link outside leads', async () => {
    const planted = await put(workspace);
    await symlink(planted, path.join(installed, name));
    expect(find([installed])).toEqual({ ok: false, problem: 'notFound' });
  });

  it('never takes one from an open folder that is written in other letters', async () => {
    await put(workspace);
    const shouted = path.join(root, 'REPOSITORY');
    await symlink(workspace, shouted);
    expect(find([shouted])).toEqual({ ok: false, problem: 'notFound' });
  });

  it('never looks where a relative PATH leads', async () => {
    await put(workspace);
    const before = process.cwd();
    process.chdir(workspace);
    try {
      expect(find(['.', '', 'bin'])).toEqual({ ok: false, problem: 'notFound' });
    } finally {
      process.chdir(before);
    }
  });

  it('passes over files that cannot be run, and folders', async () => {
    await put(installed, 0o644);
    await mkdir(path.join(root, 'folders', name), { recursive: true });
    expect(find([installed, path.join(root, 'folders')])).toEqual({ ok: false, problem: 'notFound' });
  });

  it('takes what the setting names instead, if that is outside of open folders', async () => {
    const file = await put(installed);
    expect(find([], { setting: file })).toEqual({ ok: true, file });
    expect(find([installed], { setting: await put(workspace) })).toEqual({ ok: false, problem: 'insideWorkspace' });
    expect(find([installed], { setting: name })).toEqual({ ok: false, problem: 'badSetting' });
    expect(find([installed], { setting: path.join(root, 'gone') })).toEqual({ ok: false, problem: 'badSetting' });
  });

  it('gives the tool a PATH without open and relative folders, and nothing that is the editor’s', () => {
    const env = { PATH: ['.', workspace, installed].join(path.delimiter), AZURE_CONFIG_DIR: '/a', VSCODE_PID: '1' };
    expect(toolEnvironment(env, [workspace], { AZURE_CLOUD_NAME: 'AzureCloud' })).toEqual({
      PATH: installed,
      AZURE_CONFIG_DIR: '/a',
      AZURE_CLOUD_NAME: 'AzureCloud',
      PYTHONIOENCODING: 'utf-8',
    });
  });
});
