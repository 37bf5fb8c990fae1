import { spawn } from 'node:child_process';

/** Shows an address in the system's browser, where there is a screen to show it on. Returns whether it tried. */
export function openBrowser(address: string, platform = process.platform, env = process.env): boolean {
  const command = openCommand(address, platform, env);
  if (command === undefined) return false;
  const [program, ...args] = command;
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined) // the address is on the screen anyway
    .unref();
  return true;
}

/** The program that opens an address, or nothing on a machine without a screen or reached from afar. */
export function openCommand(
  address: string,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): readonly [string, ...string[]] | undefined {
  if (env['CI'] !== undefined || env['SSH_CONNECTION'] !== undefined) return undefined;
  if (platform === 'darwin') return ['open', address];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  const hasScreen = (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
  return hasScreen ? ['xdg-open', address] : undefined;
}
