import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { LaunchOptions } from 'playwright-core';
import { bundledChromium } from './bundledChromium.ts';
import { HostError } from './hostError.ts';

/** What the choice of a browser depends on, so that it can be tested for machines other than this one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly exists: (path: string) => boolean;
}

function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, isRoot: process.getuid?.() === 0, exists: existsSync };
}

/** Keeps a browser from calling home: no component or safe-browsing traffic, no first-run page, no QUIC. */
const offlineFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/**
 * The browser to drive: the one that `CHROME_PATH` names, an installed Chrome, Chromium or Edge, or the one from npm.
 * @throws HostError when none can be had on this platform.
 */
export async function browserLaunchOptions(machine: Machine = thisMachine()): Promise<LaunchOptions> {
  const args = [...offlineFlags, ...(machine.isRoot ? ['--no-sandbox'] : [])];
  const executablePath = installedBrowser(machine);
  if (executablePath !== undefined) return { executablePath, args };
  if (machine.platform !== 'linux' || process.arch !== 'x64') {
    throw new HostError(
      'No Chrome, Chromium or Edge was found on this machine.',
      'Install one of them, or set CHROME_PATH to the executable of one.',
    );
  }
  const bundled = await bundledChromium();
  return { executablePath: bundled.executablePath, env: bundled.env, args: [...args, '--no-sandbox'] };
}

/** The executable of an installed browser that Playwright can drive, if there is one. */
export function installedBrowser(machine: Machine): string | undefined {
  const named = machine.env['CHROME_PATH'];
  return [...(named === undefined ? [] : [named]), ...usualPlaces(machine)].find((path) => machine.exists(path));
}

function usualPlaces({ platform, env }: Machine): string[] {
  switch (platform) {
    case 'win32':
      return windowsPlaces(env);
    case 'darwin':
      return macPlaces(env);
    default:
      return linuxPlaces(env);
  }
}

function linuxPlaces(env: Machine['env']): string[] {
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'];
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

function macPlaces(env: Machine['env']): string[] {
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  const roots = ['/Applications', posix.join(env['HOME'] ?? '/', 'Applications')];
  return names.flatMap((name) => roots.map((root) => posix.join(root, `${name}.app`, 'Contents', 'MacOS', name)));
}

function windowsPlaces(env: Machine['env']): string[] {
  const programs = [
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ];
  const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
    (root) => root !== undefined,
  );
  return programs.flatMap((program) => roots.map((root) => win32.join(root, ...program)));
}
