import path from 'node:path';
import { pathOf, safeFolders } from './findTool.ts';

/** What VS Code puts there for its own processes; another program would take it for its own. */
const ofTheEditor = /^(ELECTRON_|VSCODE_|NODE_OPTIONS$|CODE_SERVER)/i;

/**
 * The environment that a tool gets: the person's own, so that it finds their sign-in (`AZURE_CONFIG_DIR`), proxy and
 * certificates, without what is VS Code's, and with a PATH on which nothing is from a folder that is open: a tool looks
 * for its own helpers there.
 */
export function toolEnvironment(
  env: NodeJS.ProcessEnv,
  workspaceFolders: readonly string[],
  additional: Readonly<Record<string, string>>,
): NodeJS.ProcessEnv {
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => !ofTheEditor.test(name)));
  const [pathName] = pathOf(env) ?? ['PATH'];
  const folders = safeFolders(env, workspaceFolders).join(path.delimiter);
  // Python writes in the console's own encoding unless it is told.
  return { ...kept, [pathName]: folders, PYTHONIOENCODING: 'utf-8', ...additional };
}
