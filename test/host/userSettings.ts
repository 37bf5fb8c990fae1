import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The folders in which one VS Code, browser or desktop, keeps its settings and state, and its extensions. */
export interface ProfileFolders {
  readonly userDataFolder: string;
  readonly extensionsFolder: string;
}

export type UserSettings = Readonly<Record<string, unknown>>;

/**
 * Settings that make VS Code open on nothing but itself: no welcome page, no chat, no prompts, no traffic to services
 * that the tests do not need. Everything else keeps VS Code's defaults, so that the product is seen as people see it.
 */
const quietSettings: UserSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'workbench.colorTheme': 'Dark Modern',
};

/** Writes the user settings over what is there: `quietSettings`, then `settings`. To be called before the start. */
export async function writeUserSettings(userDataFolder: string, settings: UserSettings = {}): Promise<void> {
  const file = settingsFile(userDataFolder);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...quietSettings, ...settings }, undefined, 2)}\n`);
}

/** Whether this VS Code has settings already, perhaps changed since by the person who uses it. */
export function hasUserSettings(userDataFolder: string): boolean {
  return existsSync(settingsFile(userDataFolder));
}

function settingsFile(userDataFolder: string): string {
  return join(userDataFolder, 'User', 'settings.json');
}
