import { parseArgs } from 'node:util';

/** What of VS Code's own command line the browser host acts on. */
export interface CodeFlags {
  readonly extensionDevelopmentPaths: readonly string[];
  readonly extensionTestsPath: string | undefined;
  readonly userDataFolder: string | undefined;
  readonly extensionsFolder: string | undefined;
  /** The folder to open; none opens an empty window. */
  readonly folder: string | undefined;
}

/**
 * Reads VS Code's command line as `@vscode/test-electron` writes it (`--flag=value`, folder without a flag).
 * Flags that mean nothing in a browser (`--no-sandbox`, `--disable-updates` …) are ignored, as VS Code does.
 */
export function parseCodeFlags(args: readonly string[]): CodeFlags {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
    },
  });
  return {
    extensionDevelopmentPaths: (values.extensionDevelopmentPath ?? []).map(String),
    extensionTestsPath: text(values.extensionTestsPath),
    userDataFolder: text(values['user-data-dir']),
    extensionsFolder: text(values['extensions-dir']),
    folder: positionals[0],
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
