import { existsSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureCachedFolder } from './cachedFolder.ts';
import { HostError } from './hostError.ts';
import { cacheRoot, projectRoot } from './paths.ts';
import { runProcess } from './runProcess.ts';

const chromiumPackage = '@sparticuz/chromium';

export interface BundledChromium {
  readonly executablePath: string;
  /** The whole environment to start it with. */
  readonly env: Record<string, string>;
}

/**
 * The headless Chromium (Linux x64) that an npm package carries, unpacked into the cache folder.
 *
 * The package itself unpacks into the system's temporary folder and takes whatever file stands there for a finished
 * one, so two processes at once can start half a browser; here it unpacks into a staging folder.
 * @throws HostError when it does not run on this machine.
 */
export async function bundledChromium(): Promise<BundledChromium> {
  const packageFolder = join(projectRoot, 'node_modules', chromiumPackage);
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const folder = join(cacheRoot, `chromium-${version}`);
  const executablePath = join(folder, 'chromium');
  await ensureCachedFolder({
    target: folder,
    isComplete: () => existsSync(executablePath) && existsSync(join(folder, 'fonts', 'fonts.conf')),
    fill: (staging) => unpack(packageFolder, staging, folder),
  });
  return { executablePath, env: await environmentFor(folder, executablePath) };
}

/** `os.tmpdir()` follows TMPDIR, so a child process with another TMPDIR unpacks where we want. */
async function unpack(packageFolder: string, staging: string, finalFolder: string): Promise<void> {
  const script = `
    const { inflate } = await import(${JSON.stringify(`file://${packageFolder}/build/index.js`)});
    for (const archive of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(${JSON.stringify(`${packageFolder}/bin/`)} + archive);
    }`;
  const { exitCode, output } = await runProcess(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: staging },
  });
  if (exitCode !== 0)
    throw new HostError(`Chromium could not be unpacked:\n${output}`, 'Check that the disk has 500 MB left.');
  await chmod(join(staging, 'chromium'), 0o755);
  await writeFile(join(staging, 'fonts', 'fonts.conf'), fontConfiguration(join(finalFolder, 'fonts')));
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`;
}

/** A bare system lacks Chromium's libraries (NSS, expat) or has no fonts: the package brings both along. */
async function environmentFor(folder: string, executablePath: string): Promise<Record<string, string>> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  const withFonts = existsSync('/etc/fonts/fonts.conf') ? own : { ...own, FONTCONFIG_PATH: join(folder, 'fonts') };
  if (await runs(executablePath, withFonts)) return withFonts;
  const withLibraries = { ...withFonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  if (await runs(executablePath, withLibraries)) return withLibraries;
  throw new HostError(
    `The Chromium of ${chromiumPackage} does not run on this system.`,
    'Install Chrome, Chromium or Edge (on Debian: apt-get install chromium), or set CHROME_PATH to the executable of one.',
  );
}

async function runs(executablePath: string, env: Record<string, string>): Promise<boolean> {
  const { exitCode } = await runProcess(executablePath, ['--version'], { env }).catch(() => ({ exitCode: 1 }));
  return exitCode === 0;
}
