import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';

interface Bundle {
  readonly room: string;
  readonly options: BuildOptions & { readonly outfile: string };
}

const { bundles } = createRequire(import.meta.url)('../../esbuild.js') as { readonly bundles: readonly Bundle[] };

/** What `dist/cli.js` is or loads. */
const rooms = new Set(['command line', 'azure', 'identity', 'runbooks']);

export interface BuiltProgram {
  /** Path of `cli.js`, with the bundles that it loads beside it. */
  readonly program: string;
  /** For files of the test. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** The command line as `npm run build` makes it, in a folder of its own. */
export async function buildProgram(): Promise<BuiltProgram> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cli-'));
  const wanted = bundles.filter(({ room }) => rooms.has(room));
  await Promise.all(
    wanted.map(({ options }) =>
      build({ ...options, sourcemap: false, outfile: path.join(folder, path.basename(options.outfile)) }),
    ),
  );
  return {
    program: path.join(folder, 'cli.js'),
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
