import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from './freePort.ts';
import { HostError } from './hostError.ts';
import { hostIsInstalled, installHost } from './installHost.ts';
import { npm } from './npm.ts';
import { openBrowser } from './openBrowser.ts';
import { cacheRoot, packagedExtension, projectRoot } from './paths.ts';
import { runProcess } from './runProcess.ts';
import { parseStartFlags, startUsage, type StartFlags } from './startFlags.ts';
import { announceSteps, type Steps } from './steps.ts';
import { hasUserSettings, writeUserSettings, type ProfileFolders } from './userSettings.ts';
import { installExtension, startVscodeServer, type VscodeServer } from './vscodeServer.ts';

/** The same port each time, if it is free: the browser keeps VS Code's window state by address. */
const usualPort = 4823;

/** What a signal has to stop before this process may end. */
let running: VscodeServer | undefined;

const signIn = { 'securityIncidents.signIn': 'sample' };

async function main(): Promise<void> {
  const flags = parseStartFlags(process.argv.slice(2));
  if (flags.help) {
    console.log(startUsage);
    return;
  }
  console.log('Azure Security Incidents, on its sample environment\n');
  const steps = announceSteps(console.log);
  await (flags.desktop ? startDesktop(flags, steps) : startInBrowser(flags, steps));
}

async function startInBrowser(flags: StartFlags, steps: Steps): Promise<void> {
  const folders = profileFolders('start');
  const preferredPort = await portToUse(flags.port);
  const [vsix, host] = await Promise.all([
    extensionToInstall(flags, steps),
    hostIsInstalled() ? installHost() : steps.run('Installing VS Code, this first time', () => installHost()),
  ]);
  await useSampleEnvironment(folders);
  await steps.run('Installing the extension into VS Code', () => installExtension(host, vsix, folders));
  const server = await steps.run('Starting VS Code', () => startVscodeServer(host, { ...folders, preferredPort }));
  running = server;
  console.log(`\nReady in ${steps.elapsed()}:  ${server.address}\n`);
  console.log('In VS Code, choose "Azure Security Incidents" in the activity bar on the left. Ctrl+C here stops it.');
  if (flags.open) openBrowser(server.address);
  await server.unexpectedEnd;
}

async function startDesktop(flags: StartFlags, steps: Steps): Promise<void> {
  const folders = profileFolders('start-desktop');
  const vsix = await extensionToInstall(flags, steps);
  await useSampleEnvironment(folders);
  const profile = ['--user-data-dir', folders.userDataFolder, '--extensions-dir', folders.extensionsFolder];
  await steps.run('Installing the extension into VS Code', () =>
    desktopCode([...profile, '--install-extension', vsix, '--force']),
  );
  console.log('\nVS Code opens in a window of its own. This command ends when that window is closed.');
  await desktopCode([...profile, '--new-window', '--wait']);
}

/** The state of the demonstration outlives a restart, as a person expects of their editor. */
function profileFolders(name: string): ProfileFolders {
  const folder = join(cacheRoot, name);
  return { userDataFolder: join(folder, 'user-data'), extensionsFolder: join(folder, 'extensions') };
}

async function useSampleEnvironment({ userDataFolder }: ProfileFolders): Promise<void> {
  if (!hasUserSettings(userDataFolder)) await writeUserSettings(userDataFolder, signIn);
}

async function extensionToInstall(flags: StartFlags, steps: Steps): Promise<string> {
  if (flags.vsix === undefined) return steps.run('Building and packaging the extension', packageExtension);
  if (existsSync(flags.vsix)) return resolve(flags.vsix);
  throw new HostError(`There is no file ${flags.vsix}.`, 'Leave out --vsix to build the extension from source.');
}

async function packageExtension(): Promise<string> {
  const { exitCode, output } = await npm(projectRoot, ['run', 'package']);
  if (exitCode === 0) return packagedExtension;
  throw new HostError(
    `The extension could not be built:\n${output}`,
    'Run "npm ci" if dependencies may be out of date, else correct what it names.',
  );
}

/** The port that was asked for, else the usual one, else any. Asked before the work begins, not after it. */
async function portToUse(requested: number | undefined): Promise<number> {
  const port = await freePort(requested ?? usualPort);
  if (requested === undefined || port === requested) return port;
  throw new HostError(`Port ${requested} is in use by another program.`, 'Choose another, or leave out --port.');
}

async function desktopCode(args: readonly string[]): Promise<void> {
  const { exitCode, output } = await runProcess('code', args, { shell: process.platform === 'win32' }).catch(() => {
    throw new HostError(
      'There is no "code" command on the PATH.',
      'In VS Code run "Shell Command: Install \'code\' command in PATH", or leave out --desktop to use a browser.',
    );
  });
  if (exitCode !== 0) throw new HostError(`VS Code reported:\n${output}`, 'Leave out --desktop to use a browser.');
}

function endGracefullyOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void (running?.stop() ?? Promise.resolve()).finally(() => {
        console.log('\nStopped.');
        process.exit(0);
      });
    });
  }
}

endGracefullyOnSignals();
try {
  await main();
} catch (error) {
  console.error(error instanceof HostError ? `\n${error.message}\n\n${error.advice}` : error);
  process.exitCode = 1;
}
