import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout: every path below is absolute, so the scripts work from any working directory. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Downloaded hosts, browsers and user data; the folder `@vscode/test-electron` uses too, and gitignored. */
export const cacheRoot = join(projectRoot, '.vscode-test');

export const packagedExtension = join(projectRoot, 'dist', 'azure-security-incidents.vsix');

/** What the host tests leave for a person to look at: screenshots and logs. */
export const testResults = join(projectRoot, 'test-results');
