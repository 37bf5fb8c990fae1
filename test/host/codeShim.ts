import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { browserLaunchOptions } from './browser.ts';
import { parseCodeFlags, type CodeFlags } from './codeFlags.ts';
import { relayExtensionHostOutput } from './extensionHostOutput.ts';
import { HostError } from './hostError.ts';
import { hostIsInstalled, installHost } from './installHost.ts';
import { hasUserSettings, writeUserSettings } from './userSettings.ts';
import { startVscodeServer, type VscodeServer } from './vscodeServer.ts';
import { workbenchUrl } from './workbenchUrl.ts';

/** Runs extension tests in VS Code in a browser. Resolves with the exit code that the tests asked for. */
async function runExtensionTests(flags: CodeFlags, scratchFolder: string): Promise<number> {
  const userDataFolder = flags.userDataFolder ?? join(scratchFolder, 'user-data');
  const extensionsFolder = flags.extensionsFolder ?? join(scratchFolder, 'extensions');
  if (!hasUserSettings(userDataFolder)) await writeUserSettings(userDataFolder);
  if (!hostIsInstalled()) console.log('Installing VS Code, this first time …');
  const host = await installHost();
  const [server, browser] = await Promise.all([
    startVscodeServer(host, { userDataFolder, extensionsFolder, testDriver: true }),
    browserLaunchOptions().then((options) => chromium.launch({ ...options, handleSIGINT: false })),
  ]);
  process.once('SIGINT', () => void stop(server, browser).then(() => process.exit(130)));
  try {
    return await exitCodeOf(browser, workbenchUrl(server.address, flags));
  } finally {
    await stop(server, browser);
  }
}

async function stop(server: VscodeServer, browser: Browser): Promise<void> {
  await Promise.all([server.stop(), browser.close()]);
}

/** Opens the page, relays what the tests print, and waits for `codeAutomationExit`, which VS Code calls at their end. */
async function exitCodeOf(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const output = relayExtensionHostOutput(page, (type, text) => {
    (type === 'error' ? process.stderr : process.stdout).write(`${text}\n`);
  });
  const exitCode = await new Promise<number>((resolve, reject) => {
    page.once('crash', () => {
      reject(new HostError('The browser page crashed during the tests.', 'Free some memory and run the tests again.'));
    });
    page
      .exposeFunction('codeAutomationExit', resolve)
      .then(() => page.goto(url))
      .catch(reject);
  });
  await output.flush();
  return exitCode;
}

async function main(): Promise<void> {
  const flags = parseCodeFlags(process.argv.slice(2));
  if (flags.extensionTestsPath === undefined) {
    throw new HostError('This stand-in for "code" only runs extension tests.', 'Give it --extensionTestsPath=FILE.');
  }
  const scratchFolder = await mkdtemp(join(tmpdir(), 'vscode-host-'));
  try {
    process.exitCode = await runExtensionTests(flags, scratchFolder);
  } finally {
    await rm(scratchFolder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof HostError ? `${error.message}\n${error.advice}` : error);
  process.exitCode = 1;
}
