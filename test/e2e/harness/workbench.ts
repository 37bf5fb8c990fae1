import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { browserLaunchOptions } from '../../host/browser.ts';
import { installHost, type Host } from '../../host/installHost.ts';
import { packagedExtension } from '../../host/paths.ts';
import { writeUserSettings, type ProfileFolders, type UserSettings } from '../../host/userSettings.ts';
import { installExtension, startVscodeServer, type VscodeServer } from '../../host/vscodeServer.ts';
import { workbenchUrl } from '../../host/workbenchUrl.ts';
import { collectComplaints } from './complaints.ts';
import { pick, runCommand } from './palette.ts';
import { saveWindowState } from './savedState.ts';
import { themeClass, themeLabel, themeSetting, type Theme } from './themes.ts';

export interface LaunchOptions {
  /** The packaged extension to install; by default the one that `npm run package` writes. */
  readonly vsix?: string;
  /** Packaged extensions to install besides. */
  readonly alsoInstall?: readonly string[];
  readonly settings?: UserSettings;
  readonly theme?: Theme;
  /** The folder to open in VS Code; by default an empty window. */
  readonly folder?: string;
  /** Keeps settings, state and window layout; by default a temporary folder that `close` removes. */
  readonly profileFolder?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Added to the environment of the extension host. */
  readonly env?: NodeJS.ProcessEnv;
}

/** One person's VS Code: a server with its profile, and the browser window that shows it. */
export interface Workbench {
  /** Of the window that is open now: another one after a restart. */
  readonly page: () => Page;
  readonly server: () => VscodeServer;
  /** Errors since the start that are not VS Code's own: of the page, its console and its webviews. */
  readonly complaints: () => readonly string[];
  /** Opens one more window of the same VS Code, with an extension host of its own. */
  readonly openAnotherWindow: () => Promise<Page>;
  /** "Developer: Reload Window": the same browser page, a new extension host. By default of the first window. */
  readonly reload: (window?: Page) => Promise<void>;
  /** Quits VS Code and starts it again with what it has kept. */
  readonly restart: () => Promise<void>;
  /** Changes the colour theme as a person does, in the palette. */
  readonly useTheme: (theme: Theme) => Promise<void>;
  readonly close: () => Promise<void>;
}

const usualViewport = { width: 1400, height: 900 };

/** Ten times what a step takes on an idle machine with two cores: the test runner, not this, limits the whole. */
const actionTimeoutMs = 60_000;

/** Opens the packaged extension in a VS Code of its own. To be closed, also by a test that fails. */
export async function launchWorkbench(options: LaunchOptions = {}): Promise<Workbench> {
  const profile = options.profileFolder ?? (await mkdtemp(join(tmpdir(), 'workbench-')));
  const folders = { userDataFolder: join(profile, 'user-data'), extensionsFolder: join(profile, 'extensions') };
  const settings = { 'securityIncidents.signIn': 'sample', ...themeSetting(options.theme), ...options.settings };
  await writeUserSettings(folders.userDataFolder, settings);
  const [host, browserOptions] = await Promise.all([installHost(), browserLaunchOptions()]);
  for (const vsix of [options.vsix ?? packagedExtension, ...(options.alsoInstall ?? [])]) {
    await installExtension(host, vsix, folders);
  }
  let server = await startServer(host, folders, options);
  const context = await chromium.launchPersistentContext(join(profile, 'browser'), {
    ...browserOptions,
    viewport: options.viewport ?? usualViewport,
  });
  context.setDefaultTimeout(actionTimeoutMs);
  const complaints = collectComplaints(context);
  let page = await openWindow(context, server, options);

  return {
    page: () => page,
    server: () => server,
    complaints,
    openAnotherWindow: () => openWindow(context, server, options),
    reload: async (window = page) => {
      await saveWindowState(window);
      await window.reload();
      await untilRestored(window);
    },
    restart: async () => {
      await saveWindowState(page);
      await page.close();
      await server.stop();
      server = await startServer(host, folders, { ...options, preferredPort: server.port });
      page = await openWindow(context, server, options);
    },
    useTheme: async (theme) => {
      await runCommand(page, 'Preferences: Color Theme');
      await pick(page, themeLabel(theme));
      await page.locator(`.monaco-workbench.${themeClass(theme)}`).waitFor();
    },
    close: async () => {
      await context.close();
      await server.stop();
      if (options.profileFolder === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function startServer(
  host: Host,
  folders: ProfileFolders,
  { env, preferredPort }: LaunchOptions & { readonly preferredPort?: number },
): Promise<VscodeServer> {
  return startVscodeServer(host, {
    ...folders,
    ...(env === undefined ? {} : { env }),
    ...(preferredPort === undefined ? {} : { preferredPort }),
  });
}

async function openWindow(context: BrowserContext, server: VscodeServer, { folder }: LaunchOptions): Promise<Page> {
  const page = await context.newPage();
  await page.goto(workbenchUrl(server.address, { folder }));
  await untilRestored(page);
  return page;
}

/** The status bar comes late in the start of the workbench; a theme's class when its extensions have been read. */
async function untilRestored(page: Page): Promise<void> {
  await page.locator('.monaco-workbench[class*="vscode-theme-"] .part.statusbar .statusbar-item').first().waitFor();
}
