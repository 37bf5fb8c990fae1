import { describe, expect, it } from 'vitest';
import { openCommand } from './openBrowser.ts';

const address = 'http://127.0.0.1:4823/';

describe('openCommand', () => {
  it.each([
    ['darwin', {}, 'open'],
    ['win32', {}, 'rundll32'],
    ['linux', { DISPLAY: ':0' }, 'xdg-open'],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
  ] as const)("uses the system's own program on %s with %o", (platform, env, program) => {
    const command = openCommand(address, platform, env);
    expect(command?.[0]).toBe(program);
    expect(command?.at(-1)).toBe(address);
  });

  it.each([
    ['a Linux machine without a screen', 'linux', {}],
    ['a machine reached over SSH', 'darwin', { SSH_CONNECTION: '10.0.0.1 22' }],
    ['continuous integration', 'win32', { CI: 'true' }],
  ] as const)('opens nothing on %s', (_, platform, env) => {
    expect(openCommand(address, platform, env)).toBeUndefined();
  });
});
